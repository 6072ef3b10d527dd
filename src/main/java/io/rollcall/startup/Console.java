package io.rollcall.startup;

import io.rollcall.security.PublicUrl;
import java.io.PrintStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.Ssl;
import org.springframework.core.env.Environment;

/** What is for the person at this machine and for no log, such as links that let somebody in. */
final class Console {

    private static final String RULE = "-".repeat(76);

    private Console() {}

    /** Prints a link so that it cannot be overlooked. */
    static void printLink(PrintStream out, String before, String link, String after) {
        out.printf("%n%s%n %s%n%n   %s%n%n %s%n%s%n%n", RULE, before, link, after, RULE);
        out.flush();
    }

    /** Leads to the public address, or where none is set to the one that the program has on this machine. */
    static String link(PublicUrl publicUrl, Environment environment, String path) {
        return publicUrl.consoleLink(path, here(environment));
    }

    /** Where the program listens, or will when it has been started; a port that the system will choose is not known before. */
    private static String here(Environment environment) {
        var binder = Binder.get(environment);
        var server = binder.bindOrCreate("server", ServerSettings.class);
        var scheme = Ssl.isEnabled(binder.bind("server.ssl", Ssl.class).orElse(null)) ? "https" : "http";
        var port = environment.getProperty("local.server.port", Integer.class, server.port());
        return scheme + "://" + host(server.address()) + ":" + (port == 0 ? "<port>" : port)
                + server.servlet().contextPath();
    }

    private static String host(@Nullable InetAddress address) {
        if (address == null || address.isAnyLocalAddress() || address.equals(InetAddress.getLoopbackAddress())) {
            return "localhost";
        }
        var text = address.getHostAddress();
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }
}
