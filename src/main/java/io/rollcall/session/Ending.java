package io.rollcall.session;

import java.util.Optional;
import java.util.UUID;

/** What the change log carries of a session that has ended: enough for memory to follow without asking the database. */
record Ending(UUID id, SecretHash hash, long userId, Verdict.Ended verdict) {

    /** The end that a row tells of, if it does. */
    static Optional<Ending> of(UserSession row) {
        return row.verdictOfEnd()
                .map(verdict ->
                        new Ending(row.id(), row.secretHash(), row.user().id(), verdict));
    }
}
