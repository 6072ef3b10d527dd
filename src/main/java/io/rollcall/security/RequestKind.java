package io.rollcall.security;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** What a request is, as far as letting it in goes. */
enum RequestKind {
    /** A file that everybody may have. */
    STATIC,
    /** A person's navigation to a page. */
    PAGE,
    /** The second step of loading a page, made by the page itself. */
    INIT,
    /** What happened on a page, and what it asks for by itself. */
    UIDL,
    HEARTBEAT,
    PUSH,
    /** How the server is, and what Account Owners may ask of it. */
    ACTUATOR,
    /** Asked by programs: all that their filter chain is given, whatever the address looks like. */
    API;

    private static final Set<String> OUR_FILE_ENDINGS = Set.of(".css", ".js", ".svg", ".woff2", ".ico", ".png");

    static RequestKind of(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var type = request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER);
        if (type == null) {
            return ofPath(path);
        }
        if (type.equals(RequestType.UIDL.getIdentifier())) {
            return UIDL;
        }
        if (type.equals(RequestType.HEARTBEAT.getIdentifier())) {
            return HEARTBEAT;
        }
        return type.equals(RequestType.PUSH.getIdentifier()) ? PUSH : INIT;
    }

    private static RequestKind ofPath(String path) {
        if (path.startsWith("/VAADIN/dynamic/")) {
            return UIDL;
        }
        if (path.startsWith("/VAADIN/push")) {
            return PUSH;
        }
        if (path.startsWith("/VAADIN/") || path.startsWith("/aura/") || path.startsWith("/error/") || isOurFile(path)) {
            return STATIC;
        }
        return path.startsWith("/actuator") ? ACTUATOR : PAGE;
    }

    /** Our files lie at the top level. */
    private static boolean isOurFile(String path) {
        var dot = path.lastIndexOf('.');
        return dot > 0 && path.lastIndexOf('/') == 0 && OUR_FILE_ENDINGS.contains(path.substring(dot));
    }
}
