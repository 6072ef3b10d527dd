package io.rollcall.container;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;

/** Whose fault it is that a request failed. */
enum Fault {
    /** It says what the libraries that read it cannot make sense of. */
    THEIRS,
    /** Something of ours broke, or something that we need. */
    OURS;

    private static final String OUR_CODE = "io.rollcall.";

    /** What stands around every request and does nothing with what it says. */
    private static final Set<String> AROUND = Set.of("doFilterInternal", "doFilter", "invoke", "service", "run");

    /** What the libraries that read requests throw when they cannot. */
    private static final Predicate<Throwable> IS_OF_READING = root -> root instanceof IllegalArgumentException
            || root instanceof IllegalStateException
            || root instanceof NullPointerException
            || root instanceof ClassCastException
            || root instanceof IndexOutOfBoundsException
            || root instanceof UnsupportedOperationException
            || root.getClass().getName().startsWith("tools.jackson.")
            || root.getClass().getName().startsWith("com.vaadin.");

    static Fault of(Throwable thrown) {
        var root = thrown;
        for (var depth = 0; depth < 20 && root.getCause() != null; depth++) {
            root = root.getCause();
        }
        return IS_OF_READING.test(root) && Arrays.stream(root.getStackTrace()).noneMatch(Fault::isOurDoing)
                ? THEIRS
                : OURS;
    }

    private static boolean isOurDoing(StackTraceElement frame) {
        return frame.getClassName().startsWith(OUR_CODE) && !AROUND.contains(frame.getMethodName());
    }
}
