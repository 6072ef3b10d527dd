package io.rollcall.security;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import io.rollcall.session.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the registry said of a request's cookie: asked once per request and kept in it. */
final class RequestVerdict {

    private static final String ATTRIBUTE = RequestVerdict.class.getName();

    private RequestVerdict() {}

    static void set(HttpServletRequest request, Verdict verdict) {
        request.setAttribute(ATTRIBUTE, verdict);
    }

    static Optional<Verdict> of(HttpServletRequest request) {
        return Optional.ofNullable((Verdict) request.getAttribute(ATTRIBUTE));
    }

    /** Of the request that this thread serves. */
    static Optional<Verdict> current() {
        return currentRequest().flatMap(RequestVerdict::of);
    }

    /** The request that this thread serves. */
    static Optional<HttpServletRequest> currentRequest() {
        if (VaadinRequest.getCurrent() instanceof VaadinServletRequest request) {
            return Optional.of(request.getHttpServletRequest());
        }
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }
}
