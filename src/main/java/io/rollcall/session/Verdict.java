package io.rollcall.session;

/** What the registry says of a secret at this moment. */
public sealed interface Verdict {

    /** It belongs to a session that may make requests. */
    record Valid(LiveSession session) implements Verdict {}

    /**
     * It belonged to a session that has ended.
     *
     * @param reason why
     * @param byOneself whether the person whose session it was ended it
     */
    record Ended(EndReason reason, boolean byOneself) implements Verdict {}

    /** It belongs to nothing that is known, or is no secret at all. */
    record Unknown() implements Verdict {}
}
