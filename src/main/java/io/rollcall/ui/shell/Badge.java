package io.rollcall.ui.shell;

import com.vaadin.flow.component.html.Span;
import io.rollcall.session.SessionStatus;
import io.rollcall.session.UserSession;
import io.rollcall.user.Role;
import io.rollcall.user.UserStatus;
import java.util.Locale;

/** A short word in a coloured pill. The word says it all; the colour only helps the eye. */
public class Badge extends Span {

    private static final String NEUTRAL = "";

    private Badge(String key, String tone) {
        super();
        setText(getTranslation(key));
        setClassName(("badge " + tone).strip());
    }

    public static Badge of(Role role) {
        return new Badge(key(role), tone(role));
    }

    public static String key(Role role) {
        return "role." + role.name().toLowerCase(Locale.ROOT);
    }

    public static String key(SessionStatus status) {
        return "status." + status.name().toLowerCase(Locale.ROOT);
    }

    public static String key(UserStatus status) {
        return "users.status." + status.name().toLowerCase(Locale.ROOT);
    }

    /** The class of its colour, if it has one. */
    public static String tone(Role role) {
        return role.isAdministrator() ? "accent" : NEUTRAL;
    }

    /** Alarming is only what somebody else has ended. */
    public static String tone(UserSession session) {
        return switch (session.status()) {
            case ACTIVE -> "success";
            case EXPIRED -> "warning";
            case TERMINATED -> session.endedBy().filter(session.user()::equals).isPresent() ? NEUTRAL : "danger";
        };
    }

    public static String tone(UserStatus status) {
        return switch (status) {
            case ACTIVE -> "success";
            case INVITED -> "accent";
            case DISABLED -> NEUTRAL;
        };
    }
}
