package io.rollcall.security;

/** The paths of the screens for people who are not signed in, as routes and links have them: without the context path. */
public final class Entrance {

    public static final String LOGIN = "login";
    public static final String SETUP = "setup";
    public static final String INVITATION = "invitation";

    /** The login screen that says why the browser's session has ended; so pages take it, which know where the program lies. */
    static final String AFTER_THE_END = LOGIN + "?ended";

    /** The parameter of the login screen that says that a sign-in's cookie has not come back ({@code docs/decisions/2026-11-30-browsers.md}). */
    public static final String NO_COOKIE = "no-cookie";

    /** Where a page goes whose browser keeps no cookie at all, so that no screen could work in it: the login's would load again and again. */
    public static final String WITHOUT_COOKIES = "/error/no-cookie";

    private Entrance() {}

    /** The way to the first account, for whoever has the code. */
    public static String setupBy(String code) {
        return SETUP + "#" + code;
    }

    /** The way to choose a password, for whoever has the secret. */
    public static String invitationBy(String secret) {
        return INVITATION + "#" + secret;
    }

    /** The same for whoever has no page. */
    static String afterTheEnd(String contextPath) {
        return contextPath + "/" + AFTER_THE_END;
    }
}
