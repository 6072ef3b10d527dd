package io.rollcall.user;

import io.rollcall.user.Profile.Field;
import java.util.Set;

/** What became of an edit. */
public sealed interface Edited {

    /** It stands. */
    record Saved(User user) implements Edited {}

    /**
     * Nothing was written: somebody else has changed meanwhile what the person changed too, who has to look at it and decide.
     *
     * @param now the account as it is
     * @param fields what both have changed
     */
    record Overtaken(Profile now, Set<Field> fields) implements Edited {

        /** What a person has seen who saw that before, and is told of this. */
        public Profile seenAfter(Profile before) {
            return before.with(fields, now);
        }
    }
}
