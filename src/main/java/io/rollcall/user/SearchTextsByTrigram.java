package io.rollcall.user;

import io.rollcall.cluster.ChangeLog;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;

/**
 * Looks in PostgreSQL's index of trigrams for what has one, which are three letters or digits in a row. Of shorter words that
 * index tells nothing, and the table is not asked for them but memory.
 */
final class SearchTextsByTrigram extends SearchTexts {

    /** How many users are fetched by the index; more are found sooner in memory: {@code docs/decisions/2026-11-25-search.md}. */
    private static final int MOST_FETCHED = 200;

    private static final Pattern TRIGRAM = Pattern.compile("[\\p{L}\\p{N}]{3}");
    private static final String CONTAINS = "search_text like ? escape '!'";

    SearchTextsByTrigram(JdbcTemplate jdbc, ChangeLog changes) {
        super(jdbc, changes);
    }

    @Override
    Optional<List<Long>> find(List<String> words, int limit) {
        if (words.stream().noneMatch(word -> TRIGRAM.matcher(word).find())) {
            return super.find(words, limit);
        }
        var most = Math.min(limit, MOST_FETCHED);
        var ids = jdbc.query(planned(words, most + 1), (row, number) -> row.getLong(1));
        return ids.size() > most ? super.find(words, limit) : Optional.of(ids);
    }

    /** A statement that is planned anew each time: one plan for all texts would suit few of them. */
    private static PreparedStatementCreator planned(List<String> words, int limit) {
        var contain = String.join(" and ", Collections.nCopies(words.size(), CONTAINS));
        var sql = "select id from app_user where " + contain + " limit " + limit;
        return connection -> {
            var statement = connection.prepareStatement(sql);
            if (statement.isWrapperFor(PGStatement.class)) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
            for (var i = 0; i < words.size(); i++) {
                statement.setString(i + 1, SearchText.containing(words.get(i)));
            }
            return statement;
        };
    }
}
