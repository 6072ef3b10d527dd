package io.rollcall.ui.users;

import io.rollcall.user.Actor;
import io.rollcall.user.User;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be done with an account on the screen. */
enum UserAction {
    EDIT,
    CHANGE_PASSWORD,
    LOG_OUT,
    DISABLE,
    ENABLE;

    /**
     * What is offered to somebody; whether they may is decided again by the services.
     *
     * @param activeSessions how many the user has
     */
    static List<UserAction> offeredTo(Actor actor, User user, int activeSessions) {
        return Arrays.stream(values())
                .filter(action -> action.isOfferedTo(actor, user, activeSessions))
                .toList();
    }

    private boolean isOfferedTo(Actor actor, User user, int activeSessions) {
        var manages = actor.role().mayManage(user.role());
        return switch (this) {
            case EDIT -> manages || actor.is(user);
            case CHANGE_PASSWORD -> actor.is(user);
            // The one in which they are themselves stays.
            case LOG_OUT -> actor.role().isAdministrator() && activeSessions > (actor.is(user) ? 1 : 0);
            case DISABLE -> manages && user.isEnabled();
            case ENABLE -> manages && !user.isEnabled();
        };
    }

    String key() {
        return "users.action." + name().toLowerCase(Locale.ROOT);
    }
}
