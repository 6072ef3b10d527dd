package io.rollcall.session;

import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.util.Optional;

/** What the change log carries of a session that has ended: enough for memory to follow without asking the database. */
record Ending(SessionId id, SecretHash hash, UserId userId, Verdict.Ended verdict) {

    /** The end that a row tells of, if it does. */
    static Optional<Ending> of(UserSession row) {
        return row.verdictOfEnd()
                .map(verdict ->
                        new Ending(row.id(), row.secretHash(), row.user().id(), verdict));
    }
}
