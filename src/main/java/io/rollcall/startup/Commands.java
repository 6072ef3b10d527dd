package io.rollcall.startup;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/** What is asked for on the command line instead of a server. */
public final class Commands {

    static final List<String> NAMES = List.of("help", "version", OwnerReset.NAME);

    private static final String VERSION = "Rollcall "
            + Objects.requireNonNullElse(Commands.class.getPackage().getImplementationVersion(), "(not packaged)");
    private static final String USAGE = """
            %s: who is signed in, on which device, from where, until when; and end any of those sessions.

              java -jar rollcall.jar [--<setting>=<value> ...]   runs the server
              java -jar rollcall.jar --reset-owner=<email>       prints a one-time link for an Account Owner who is locked out
              java -jar rollcall.jar --help | --version

            Settings, which may also stand in application.yml beside the jar, or in the environment (ROLLCALL_SESSION_IDLETIMEOUT=30m):

            """;

    private Commands() {}

    /** Follows the command that the arguments hold; returns its exit status, or nothing if there is none. */
    public static OptionalInt follow(PrintStream out, String... arguments) {
        var asked = Arrays.stream(arguments)
                .map(argument -> argument.replaceFirst("=.*", ""))
                .toList();
        if (asked.contains("--help") || asked.contains("-h")) {
            out.printf(USAGE, VERSION);
            KnownSettings.ours().forEach(setting -> {
                out.printf("  %s%s%n      %s%n", setting.name(), setting.written(), setting.meaning());
            });
            return OptionalInt.of(0);
        }
        if (asked.contains("--version")) {
            out.println(VERSION);
            return OptionalInt.of(0);
        }
        return asked.contains(OwnerReset.OPTION) ? OptionalInt.of(OwnerReset.run(out, arguments)) : OptionalInt.empty();
    }
}
