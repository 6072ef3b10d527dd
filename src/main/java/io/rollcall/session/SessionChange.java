package io.rollcall.session;

import java.util.Optional;
import java.util.UUID;

/**
 * What the change log carries of a session: enough for memory to follow without asking the database.
 *
 * @param end the end, or nothing when the session has just been opened
 */
record SessionChange(UUID id, TokenHash hash, long userId, Optional<Verdict.Ended> end) {

    static final String TOPIC = "session";

    /** What the row says now. */
    static SessionChange of(UserSession row) {
        return new SessionChange(row.id(), row.tokenHash(), row.user().id(), row.verdictOfEnd());
    }

    String encode() {
        return id + " " + hash.hex() + " " + userId
                + end.map(ended -> " " + ended.reason() + " " + ended.byOneself())
                        .orElse("");
    }

    static SessionChange decode(String text) {
        var parts = text.split(" ");
        Optional<Verdict.Ended> end = parts.length < 5
                ? Optional.empty()
                : Optional.of(new Verdict.Ended(EndReason.valueOf(parts[3]), Boolean.parseBoolean(parts[4])));
        return new SessionChange(UUID.fromString(parts[0]), TokenHash.ofHex(parts[1]), Long.parseLong(parts[2]), end);
    }
}
