package io.rollcall.startup;

import io.rollcall.security.PublicUrl;
import java.io.PrintStream;
import org.springframework.core.env.Environment;

/** What is for the person at this machine and for no log, such as links that let somebody in. */
final class Console {

    private static final String RULE = "-".repeat(76);
    private static final int USUAL_PORT = 8080;

    private Console() {}

    /** Prints a link so that it cannot be overlooked. */
    static void printLink(PrintStream out, String before, String link, String after) {
        out.printf("%n%s%n %s%n%n   %s%n%n %s%n%s%n%n", RULE, before, link, after, RULE);
        out.flush();
    }

    /** Leads to the public address, or where none is set to the port that the server has. */
    static String link(PublicUrl publicUrl, Environment environment, String path) {
        var configured = environment.getProperty("server.port", Integer.class, USUAL_PORT);
        var port = environment.getProperty("local.server.port", Integer.class, configured);
        var contextPath = environment.getProperty("server.servlet.context-path", "");
        return publicUrl.consoleLink(path, port, contextPath.equals("/") ? "" : contextPath);
    }
}
