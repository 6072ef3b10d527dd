package io.rollcall.launcher;

/** What the jar starts with, which any Java since 8 understands: the program itself would make an older one print a trace. */
public final class Launcher {

    private static final int OLDEST = 21;

    private Launcher() {}

    public static void main(String[] arguments) throws Exception {
        String version = System.getProperty("java.specification.version");
        if (version.startsWith("1.") || Integer.parseInt(version) < OLDEST) {
            System.err.println("Rollcall needs Java " + OLDEST + " or newer, and this is Java "
                    + System.getProperty("java.version") + " in " + System.getProperty("java.home"));
            System.exit(1);
        }
        Class.forName("org.springframework.boot.loader.launch.JarLauncher")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }
}
