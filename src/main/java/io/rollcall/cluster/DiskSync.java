package io.rollcall.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Brings committed work to the disk where the database itself does that only later: H2 answers a commit before it has
 * written it, and a process that is killed then loses it. PostgreSQL's commit is durable by itself.
 */
class DiskSync {

    private final JdbcTemplate jdbc;
    private final boolean needed;

    DiskSync(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.needed = Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) DiskSync::isH2File));
    }

    private static boolean isH2File(Connection connection) throws SQLException {
        var meta = connection.getMetaData();
        return meta.getDatabaseProductName().equals("H2") && !meta.getURL().startsWith("jdbc:h2:mem:");
    }

    void sync() {
        if (needed) {
            jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> {
                try (var own = connection.createStatement()) {
                    own.execute("CHECKPOINT SYNC");
                }
                return null;
            });
        }
    }
}
