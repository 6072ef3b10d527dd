package io.rollcall.startup;

import java.io.PrintStream;

/** What is for the person at the console and for no log, such as links that let somebody in. */
final class Console {

    private static final String RULE = "-".repeat(76);

    private Console() {}

    /** Prints a link so that it cannot be overlooked. */
    static void printLink(PrintStream out, String before, String link, String after) {
        out.printf("%n%s%n %s%n%n   %s%n%n %s%n%s%n%n", RULE, before, link, after, RULE);
        out.flush();
    }
}
