package io.rollcall.cluster;

import java.sql.Connection;
import java.sql.SQLException;

/** The database that the data source leads to, which has said itself what it is. */
public enum Database {
    H2_FILE,
    H2_MEMORY,
    POSTGRESQL;

    static Database of(Connection connection) throws SQLException {
        var about = connection.getMetaData();
        return switch (about.getDatabaseProductName()) {
            case "H2" -> about.getURL().startsWith("jdbc:h2:mem:") ? H2_MEMORY : H2_FILE;
            case "PostgreSQL" -> POSTGRESQL;
            case String other ->
                throw new IllegalStateException("Rollcall keeps its tables in H2 or PostgreSQL, not in " + other);
        };
    }
}
