package io.rollcall.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.StaticFileHandler;
import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers requests for files by Vaadin's own file server and by nothing else, so that a file that there is not starts no page.
 * How long browsers keep one: for good where the address changes with the content; else they ask each time, and mostly hear
 * that nothing changed. Vaadin says an hour to all, in which a new version would show with the old one's files ({@code docs/decisions/2026-11-25-page-weight.md}).
 */
@Component
class FileCacheFilter extends OncePerRequestFilter implements VaadinServiceInitListener {

    private static final String CACHE_CONTROL = "Cache-Control";

    private volatile @Nullable StaticFileHandler files;

    @Override
    public void serviceInit(ServiceInitEvent init) {
        serve(new StaticFileServer(init.getSource()));
    }

    void serve(StaticFileHandler files) {
        this.files = files;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return RequestKind.of(request) != RequestKind.STATIC;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var policy = changesWithItsContent(request) ? "max-age=31536000, immutable" : "no-cache";
        var handler = files;
        var served = handler != null
                && handler.serveStaticResource(request, new HttpServletResponseWrapper(response) {
                    @Override
                    public void setHeader(String name, String value) {
                        var isFile = name.equalsIgnoreCase(CACHE_CONTROL) && value.contains("max-age=3600");
                        super.setHeader(name, isFile ? policy : value);
                    }
                });
        if (!served) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /**
     * The build names its files so, and typefaces are named by what they hold; Vaadin adds to the address of style sheets and
     * of its push script what changes with them.
     */
    private static boolean changesWithItsContent(HttpServletRequest request) {
        var path = RequestKind.path(request);
        return path.startsWith("/VAADIN/build/")
                || path.endsWith(".woff2")
                || path.startsWith("/VAADIN/static/push/") && hasVersion(request, "v")
                || hasVersion(request, "v-c");
    }

    private static boolean hasVersion(HttpServletRequest request, String parameter) {
        var query = request.getQueryString();
        return query != null && Arrays.stream(query.split("&")).anyMatch(part -> part.startsWith(parameter + "="));
    }
}
