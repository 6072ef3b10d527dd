package io.rollcall.benchmark;

import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lets generated sessions be used: of those, nobody holds a secret. */
final class Secrets {

    private static final String PADDING = "_".repeat(11);

    private Secrets() {}

    /** Gives every active session the secret that follows from its public ID. */
    static void give(JdbcTemplate jdbc, Database.Kind kind) {
        var text = "replace(cast(id as varchar), '-', '') || '" + PADDING + "'";
        jdbc.update("update user_session set token_hash = "
                + switch (kind) {
                    case H2 -> "hash('SHA-256', stringtoutf8(" + text + "))";
                    case POSTGRESQL -> "sha256(convert_to(" + text + ", 'UTF8'))";
                }
                + " where active");
    }

    static String of(UUID id) {
        return id.toString().replace("-", "") + PADDING;
    }
}
