package io.rollcall.cluster;

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

    DiskSync(JdbcTemplate jdbc, Database database) {
        this.jdbc = jdbc;
        this.needed = database == Database.H2_FILE;
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
