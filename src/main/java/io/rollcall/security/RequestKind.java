package io.rollcall.security;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.firewall.RequestRejectedException;

/**
 * What a request is: told once, by what the container and Vaadin will dispatch on. First the path, decoded and normalised as
 * Tomcat maps it, without parameters; {@code v-r} counts only at the root, where pages send it, and nowhere else is it let
 * through, since Vaadin would heed it there too. What is on no list here is {@link #UNKNOWN}, hence refused
 * ({@code docs/decisions/2026-11-28-gate.md}).
 */
enum RequestKind {
    /** A file that everybody may have. */
    STATIC,
    /** A person's navigation to a page. */
    PAGE,
    /** What somebody signs in by: our form, or what another way of signing in would answer before anybody else sees it. */
    SIGN_IN,
    /** The second step of loading a page, made by the page itself. */
    INIT,
    /** What happened on a page, and what it asks for by itself. */
    UIDL,
    HEARTBEAT,
    /** A picture, download or upload of an open page. */
    RESOURCE,
    PUSH,
    /** Whether the server is well: for probes, which have no session. */
    HEALTH,
    /** What Account Owners may ask of the server. */
    ACTUATOR,
    /** Asked by programs. */
    API,
    /** Nothing that anybody of ours sends. */
    UNKNOWN;

    private static final String ATTRIBUTE = RequestKind.class.getName();
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> OUR_FILE_ENDINGS = Set.of(".css", ".js", ".svg", ".woff2", ".ico", ".png");
    private static final Set<String> HEALTH_PATHS =
            Set.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness");

    /** Where Spring Security's ways of signing in listen to what is posted; others come by the addresses of pages. */
    private static final Set<String> SIGN_IN_FOLDERS =
            Set.of("/" + Entrance.LOGIN, "/webauthn/authenticate", "/ott/generate");

    private static final Map<String, RequestKind> BY_TYPE = Map.of(
            RequestType.INIT.getIdentifier(), INIT,
            RequestType.UIDL.getIdentifier(), UIDL,
            RequestType.HEARTBEAT.getIdentifier(), HEARTBEAT);
    private static final String PUSH_PATH = "/VAADIN/push";
    private static final String RESOURCES = "/VAADIN/dynamic";

    /** What Vaadin serves files from, besides its own folder. */
    private static final Set<String> FILE_FOLDERS =
            Set.of("/VAADIN", "/aura", "/lumo", "/themes", "/assets", "/icons", "/webjars", "/error");

    /** What is only ever forwarded to, and what Vaadin's security would let through for an add-on that is not there. */
    private static final Set<String> NOT_FOR_ASKING = Set.of("/vaadinServlet", "/HILLA");

    /** Asked once per request and kept in it. */
    static RequestKind of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestKind kind) {
            return kind;
        }
        var kind = ofPath(path(request), request);
        request.setAttribute(ATTRIBUTE, kind);
        return kind;
    }

    /** Whether everybody may have it, whoever they are, and also while nobody can say that. */
    boolean isForEverybody() {
        return this == STATIC || this == HEALTH;
    }

    boolean isAPersonsDoing() {
        return this == PAGE || this == SIGN_IN;
    }

    /** What the request is mapped by, decoded and normalised. */
    static String path(HttpServletRequest request) {
        var pathInfo = request.getPathInfo();
        return pathInfo == null ? request.getServletPath() : request.getServletPath() + pathInfo;
    }

    private static RequestKind ofPath(String path, HttpServletRequest request) {
        if (isAtOrBelow(path, "/api")) {
            return API;
        }
        if (NOT_FOR_ASKING.stream().anyMatch(folder -> isAtOrBelow(path, folder))) {
            return UNKNOWN;
        }
        if (isAtOrBelow(path, PUSH_PATH)) {
            return path.equals(PUSH_PATH) ? ofPush(request) : UNKNOWN;
        }
        var reads = READING.contains(request.getMethod());
        if (isFile(path) && !isAtOrBelow(path, RESOURCES)) {
            return reads ? STATIC : UNKNOWN;
        }
        if (HEALTH_PATHS.contains(path)) {
            return reads ? HEALTH : UNKNOWN;
        }
        if (request.getMethod().equals("POST")
                && SIGN_IN_FOLDERS.stream().anyMatch(folder -> isAtOrBelow(path, folder))) {
            return SIGN_IN;
        }
        return isForm(request) ? UNKNOWN : ofPage(path, reads, request);
    }

    /** What Vaadin may be asked to answer, whose parameters are only those of the address. */
    private static RequestKind ofPage(String path, boolean reads, HttpServletRequest request) {
        var parameters = parameters(request);
        if (parameters.isEmpty()) {
            return UNKNOWN;
        }
        var types = parameters.get().get(ApplicationConstants.REQUEST_TYPE_PARAMETER);
        if (path.equals("/") && types != null) {
            return types.length == 1 && isUiIdWellFormed(parameters.get())
                    ? ofType(types[0], request.getMethod())
                    : UNKNOWN;
        }
        if (types != null) {
            return UNKNOWN;
        }
        if (isAtOrBelow(path, "/actuator")) {
            return ACTUATOR;
        }
        if (isAtOrBelow(path, RESOURCES)) {
            return reads || request.getMethod().equals("POST") ? RESOURCE : UNKNOWN;
        }
        return reads ? PAGE : UNKNOWN;
    }

    private static RequestKind ofType(String type, String method) {
        var kind = BY_TYPE.getOrDefault(type, UNKNOWN);
        return method.equals(kind == INIT ? "GET" : "POST") ? kind : UNKNOWN;
    }

    /** An upgrade goes by the path alone, anything else by {@code v-r}; only what both take for push is push. */
    private static RequestKind ofPush(HttpServletRequest request) {
        var parameters = isForm(request) ? Optional.<Map<String, String[]>>empty() : parameters(request);
        var isPush = request.getMethod().equals("GET")
                && parameters.isPresent()
                && isOne(
                        parameters.get().get(ApplicationConstants.REQUEST_TYPE_PARAMETER),
                        RequestType.PUSH.getIdentifier())
                && !parameters.get().containsKey(ApplicationConstants.DEBUG_WINDOW_CONNECTION)
                && isUiIdWellFormed(parameters.get());
        return isPush ? PUSH : UNKNOWN;
    }

    private static boolean isOne(String @Nullable [] values, String value) {
        return values != null && values.length == 1 && values[0].equals(value);
    }

    private static boolean isUiIdWellFormed(Map<String, String[]> parameters) {
        var ids = parameters.get(ApplicationConstants.UI_ID_PARAMETER);
        return ids == null || ids.length == 1 && ids[0].matches("[0-9]{1,9}");
    }

    /** Nothing where they cannot be understood, or their names are none. */
    private static Optional<Map<String, String[]>> parameters(HttpServletRequest request) {
        try {
            return Optional.of(request.getParameterMap());
        } catch (IllegalStateException | RequestRejectedException e) {
            return Optional.empty();
        }
    }

    /** Whose body would be read as parameters. */
    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && !READING.contains(request.getMethod())
                && type.toLowerCase(Locale.ROOT).contains("form");
    }

    /** Our own files lie at the top level. */
    private static boolean isFile(String path) {
        var dot = path.lastIndexOf('.');
        return FILE_FOLDERS.stream().anyMatch(folder -> isAtOrBelow(path, folder))
                || dot > 0 && path.lastIndexOf('/') == 0 && OUR_FILE_ENDINGS.contains(path.substring(dot));
    }

    private static boolean isAtOrBelow(String path, String folder) {
        return path.startsWith(folder) && (path.length() == folder.length() || path.charAt(folder.length()) == '/');
    }
}
