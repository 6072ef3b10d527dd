package io.rollcall.session;

import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.user.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who let full session IDs be shown, for the audit log. */
@Service
public class TokenReveals {

    private final AuditLog audit;

    TokenReveals(AuditLog audit) {
        this.audit = audit;
    }

    /** @param screen on which screen, by its path */
    @Transactional
    public void record(Actor actor, String screen) {
        audit.append(AuditKind.TOKENS_REVEALED, actor.party(), actor.party(), actor.ip(), screen);
    }
}
