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

    /** What is offered to somebody; whether they may is decided again by the services. */
    static List<UserAction> offeredTo(Actor actor, User user) {
        return Arrays.stream(values())
                .filter(action -> action.isOfferedTo(actor, user))
                .toList();
    }

    private boolean isOfferedTo(Actor actor, User user) {
        var manages = actor.role().mayManage(user.role());
        return switch (this) {
            case EDIT -> manages || actor.is(user);
            case CHANGE_PASSWORD -> actor.is(user);
            case LOG_OUT -> actor.role().isAdministrator();
            case DISABLE -> manages && user.isEnabled();
            case ENABLE -> manages && !user.isEnabled();
        };
    }

    String key() {
        return "users.action." + name().toLowerCase(Locale.ROOT);
    }
}
