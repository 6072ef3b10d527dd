package io.rollcall.session;

import io.rollcall.user.UserChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a change of an account means to its sessions, done in the transaction that makes the change. */
@Component
class UserChanges {

    private final SessionStore store;
    private final SessionEnder ender;

    UserChanges(SessionStore store, SessionEnder ender) {
        this.store = store;
        this.ender = ender;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(UserChanged change) {
        var user = change.user();
        switch (change.change()) {
            // lists sort sessions by their user's name
            case EDITED -> store.rename(user);
            case DISABLED -> ender.endAll(user.id(), EndReason.USER_DISABLED, change.by(), null);
            case PASSWORD_CHANGED ->
                ender.endAll(user.id(), EndReason.PASSWORD_CHANGED, change.by(), change.ownSession());
            case ADDED, ENABLED -> {}
        }
    }
}
