package io.rollcall.ui.shell;

import io.rollcall.user.Actor;
import io.rollcall.user.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of the settings' screens: their routes, and all links to them. */
public final class SettingsLinks {

    public static final String SETTINGS = "settings";
    public static final String USERS = "settings/users";
    public static final String ACTIVE_SESSIONS = "settings/active-sessions";
    public static final String SESSION_HISTORY = "settings/session-history";
    public static final String MY_SESSIONS = "settings/my-sessions";

    /** The parameter that carries what a list is searched for. */
    public static final String SEARCH = "q";

    private SettingsLinks() {}

    /** Where somebody finds a user's active sessions: administrators among everybody's, other people, who see nobody else, among their own. */
    public static String sessionsOf(User user, Actor viewer) {
        return viewer.role().isAdministrator() ? activeSessionsOf(user) : MY_SESSIONS;
    }

    /** Where administrators find a user's active sessions. */
    public static String activeSessionsOf(User user) {
        return ACTIVE_SESSIONS + searchedFor(user);
    }

    /** Where administrators find a user's ended ones. */
    public static String sessionHistoryOf(User user) {
        return SESSION_HISTORY + searchedFor(user);
    }

    private static String searchedFor(User user) {
        return "?" + SEARCH + "=" + URLEncoder.encode(user.email(), StandardCharsets.UTF_8);
    }
}
