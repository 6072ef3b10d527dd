package io.rollcall.startup;

import io.rollcall.security.PublicUrl;
import org.springframework.core.env.Environment;

/** Links for whoever sits at this machine: to the public address, or where none is set to the port that the server has. */
final class ConsoleLinks {

    private static final int USUAL_PORT = 8080;

    private ConsoleLinks() {}

    static String link(PublicUrl publicUrl, Environment environment, String path) {
        var configured = environment.getProperty("server.port", Integer.class, USUAL_PORT);
        var port = environment.getProperty("local.server.port", Integer.class, configured);
        var contextPath = environment.getProperty("server.servlet.context-path", "");
        return publicUrl.consoleLink(path, port, contextPath.equals("/") ? "" : contextPath);
    }
}
