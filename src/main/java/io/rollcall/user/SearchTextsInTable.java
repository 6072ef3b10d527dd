package io.rollcall.user;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;

/** Asks the table. On PostgreSQL its index of trigrams answers for parts of three characters and more. */
final class SearchTextsInTable implements SearchTexts {

    private static final String MATCHING = " from app_user where search_text like ? escape '!'";

    private final JdbcTemplate jdbc;

    SearchTextsInTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Long> find(String part, int limit) {
        return jdbc.query(planned("select id" + MATCHING + " limit " + limit, part), (row, number) -> row.getLong(1));
    }

    @Override
    public int count(String part) {
        return jdbc.query(planned("select count(*)" + MATCHING, part), (row, number) -> row.getInt(1))
                .getFirst();
    }

    /**
     * A statement that is planned anew each time: one plan for all texts would read the whole index for one character, four
     * times as slow as the table.
     */
    private static PreparedStatementCreator planned(String sql, String part) {
        return connection -> prepare(connection, sql, SearchText.containing(part));
    }

    private static PreparedStatement prepare(Connection connection, String sql, String pattern) throws SQLException {
        var statement = connection.prepareStatement(sql);
        if (statement.isWrapperFor(PGStatement.class)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
        statement.setString(1, pattern);
        return statement;
    }
}
