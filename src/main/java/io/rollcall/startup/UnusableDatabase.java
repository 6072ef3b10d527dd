package io.rollcall.startup;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** A database that is locked, out of reach or not to be written. */
@Order(0)
class UnusableDatabase extends AbstractFailureAnalyzer<SQLException> {

    private final Environment environment;

    UnusableDatabase(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SQLException failure) {
        var root = Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce(failure, (outer, inner) -> inner);
        var database = "the database " + DatabaseUrl.withoutSecrets(environment.getProperty(DatabaseUrl.PROPERTY, ""));
        return switch (root.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                new FailureAnalysis(database + " is in use:", "stop the server that runs on it first", failure);
            case ErrorCode.FILE_CREATION_FAILED_1, ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2 ->
                new FailureAnalysis(
                        database + " cannot be written:",
                        "make its folder writable, or choose another by rollcall.data-directory",
                        failure);
            default ->
                new FailureAnalysis(
                        database + " cannot be used: " + withoutSecrets(root) + ".",
                        "Check spring.datasource.url, .username and .password, and that it runs",
                        failure);
        };
    }

    /** Drivers quote the URL. */
    private static String withoutSecrets(SQLException failure) {
        return String.valueOf(failure.getMessage())
                .replaceAll("(jdbc:[^\\s?;]*)[?;][^\\s\"]*", "$1")
                .replaceFirst("\\.+$", "");
    }
}
