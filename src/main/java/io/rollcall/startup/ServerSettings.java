package io.rollcall.startup;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What {@code --help} lists of Spring's settings for the server, looked at before anything is made.
 *
 * @param port where it listens; 0 takes any that is free
 * @param address the only address of this machine at which it listens
 */
@ConfigurationProperties("server")
record ServerSettings(
        @DefaultValue("8080") int port,
        @Nullable InetAddress address,
        @DefaultValue Servlet servlet) {

    ServerSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port = \"%d\": 0 to 65535".formatted(port));
        }
    }

    /**
     * Where the pages are.
     *
     * @param contextPath the path under which all pages are
     */
    record Servlet(@DefaultValue("") String contextPath) {

        Servlet {
            contextPath = contextPath.strip().replaceFirst("/$", "");
            if (!contextPath.matches("(/[\\w.~-]+)*")) {
                throw new IllegalArgumentException(
                        "context-path = \"%s\": a path such as /people".formatted(contextPath));
            }
        }
    }
}
