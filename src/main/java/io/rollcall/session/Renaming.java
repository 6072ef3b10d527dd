package io.rollcall.session;

import io.rollcall.user.UserChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sessions stand in lists by their user's name, so a new name is written to them in the transaction that gives it. */
@Component
class Renaming {

    private final SessionStore store;

    Renaming(SessionStore store) {
        this.store = store;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(UserChanged change) {
        switch (change.change()) {
            case EDITED -> store.rename(change.user());
            case ADDED, DISABLED, ENABLED, PASSWORD_CHANGED -> {}
        }
    }
}
