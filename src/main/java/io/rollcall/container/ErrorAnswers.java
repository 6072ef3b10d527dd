package io.rollcall.container;

import io.rollcall.security.SecurityHeaders;
import io.rollcall.security.StrippedPrefix;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/**
 * What a refused or failed request is answered, whoever refused it: the container before any filter, a firewall, a filter or a
 * servlet. It tells nothing of the inside, carries the security headers, and is a page for people and empty for programs.
 */
final class ErrorAnswers extends ErrorReportValve {

    private final SecurityHeaders headers;
    private final String contextPath;

    /** @param contextPath where the program lies, also for what was sent to no address in it, or to none at all */
    ErrorAnswers(SecurityHeaders headers, String contextPath) {
        this.headers = headers;
        this.contextPath = contextPath;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        var isAllowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, isAllowed);
        if (response.getStatus() < 400
                || response.getContentWritten() > 0
                || !response.setErrorReported()
                || !isAllowed.get()) {
            return;
        }
        var body = RequestBody.of(request);
        if (body != null && body.isTooLarge()) {
            // The container itself calls whatever it could not read a bad request.
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        // Not through what applications are given, for which all is said already.
        headers.writeToRefusal(request.getRequest(), response);
        try {
            write(request, response);
        } catch (IOException e) {
            container.getLogger().debug("Nobody heard why a request was refused");
        }
    }

    private void write(HttpServletRequest request, Response response) throws IOException {
        response.setLocale(Locale.ENGLISH);
        if (!isForAPerson(request)) {
            response.setContentLength(0);
            return;
        }
        var page = PlainPage.of(response.getStatus())
                .html(StrippedPrefix.of(request) + contextPath)
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        Objects.requireNonNull(response.getOutputStream()).write(page);
    }

    /** A browser says so when somebody goes to an address or sends a form; of an address that makes no sense no header is read. */
    private static boolean isForAPerson(HttpServletRequest request) {
        var types = request.getHeader("Accept");
        return types == null ? !request.getHeaderNames().hasMoreElements() : types.contains("text/html");
    }
}
