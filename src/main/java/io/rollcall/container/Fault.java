package io.rollcall.container;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Whose fault it is that a request failed. */
enum Fault {
    /** It says what those who read it cannot make sense of. */
    THEIRS,
    /** Something of ours broke. */
    OURS,
    /** Nobody's here: the database does not do what it is asked, which it may do a moment later. */
    THE_DATABASES;

    private static final String OUR_CODE = "io.rollcall.";

    /** Rooms that only read what a request is; all others do something about it. */
    private static final List<String> READERS =
            List.of("io.rollcall.container.", "io.rollcall.security.", "io.rollcall.api.WholeAnswerFilter");

    static Fault of(Throwable thrown) {
        var root = thrown;
        for (var depth = 0; depth < 20 && root.getCause() != null && !isOfTheDatabase(root); depth++) {
            root = root.getCause();
        }
        if (isOfTheDatabase(root)) {
            return THE_DATABASES;
        }
        return isOfReading(root) && Arrays.stream(root.getStackTrace()).noneMatch(Fault::isOurDoing) ? THEIRS : OURS;
    }

    private static boolean isOfTheDatabase(Throwable thrown) {
        return thrown instanceof DataAccessException || thrown instanceof TransactionException;
    }

    /** What those who read requests throw when they cannot. */
    private static boolean isOfReading(Throwable root) {
        return root instanceof IllegalArgumentException
                || root instanceof IllegalStateException
                || root instanceof NullPointerException
                || root instanceof ClassCastException
                || root instanceof IndexOutOfBoundsException
                || root instanceof UnsupportedOperationException
                || root instanceof IOException
                // Vaadin's, where assertions are on.
                || root instanceof AssertionError
                || root.getClass().getName().startsWith("tools.jackson.")
                || root.getClass().getName().startsWith("com.vaadin.");
    }

    private static boolean isOurDoing(StackTraceElement frame) {
        var name = frame.getClassName();
        return name.startsWith(OUR_CODE)
                && READERS.stream().noneMatch(name::startsWith)
                && !frame.getMethodName().equals("main");
    }
}
