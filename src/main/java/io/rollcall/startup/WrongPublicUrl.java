package io.rollcall.startup;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses to start with a public address whose path is not the one at which the pages are. */
class WrongPublicUrl implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String PROPERTY = "rollcall.web.public-url";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var url = context.getEnvironment().getProperty(PROPERTY, "");
        var contextPath = withoutSlash(context.getEnvironment().getProperty("server.servlet.context-path", ""));
        var path = path(url);
        if (path != null && !withoutSlash(path).equals(contextPath)) {
            throw new WrongSetting(
                    PROPERTY,
                    url,
                    contextPath.isEmpty()
                            ? "an address without a path, or set server.servlet.context-path to its path"
                            : "an address whose path is server.servlet.context-path, which is \"" + contextPath + "\"");
        }
    }

    /** Nothing where it is no address, which is told when it is read. */
    private static @Nullable String path(String url) {
        try {
            var address = URI.create(url.strip());
            return address.getHost() == null ? null : address.getPath();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
