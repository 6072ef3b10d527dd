package io.rollcall.benchmark;

import io.rollcall.user.SessionId;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lets generated sessions be used: of those, nobody holds a secret. */
final class Secrets {

    private static final String PADDING = "_".repeat(11);
    private static final String SECRET = "replace(cast(id as varchar), '-', '') || '" + PADDING + "'";
    private static final int ON_H2 = 10_000;

    private Secrets() {}

    /**
     * Gives active sessions the secret that follows from their public ID: on PostgreSQL all of them, on H2, where no benchmark uses
     * more, the {@value #ON_H2} that signed in first.
     */
    static void give(JdbcTemplate jdbc, Database.Kind kind) {
        switch (kind) {
            case POSTGRESQL ->
                jdbc.update("update user_session set secret_hash = sha256(convert_to(" + SECRET
                        + ", 'UTF8')) where active");
            case H2 ->
                jdbc.batchUpdate(
                        "update user_session set secret_hash = hash('SHA-256', stringtoutf8(" + SECRET
                                + ")) where id = ?",
                        jdbc.query(
                                "select id from user_session where active order by created_at, id limit " + ON_H2,
                                (row, number) -> new Object[] {row.getObject(1)}));
        }
    }

    static String of(SessionId id) {
        return id.toString().replace("-", "") + PADDING;
    }
}
