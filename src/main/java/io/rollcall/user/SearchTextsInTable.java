package io.rollcall.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rollcall.cluster.ChangeLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;

/**
 * Asks the table. On PostgreSQL its index of trigrams answers for parts of three characters and more. For fewer a sample says
 * whether they are many, before all texts are read. A list asks for its rows and for their number, so what was just found is told
 * again, unless somebody has changed.
 */
final class SearchTextsInTable implements SearchTexts {

    private static final int TRIGRAM = 3;
    private static final int SAMPLED_PERCENT = 10;
    /** Of fewer texts than these a sample tells nothing, and reading all takes no time. */
    private static final int LEAST_SAMPLED = 1_000;

    private static final String MATCHING = " from app_user where search_text like ? escape '!'";
    private static final String SAMPLE =
            "select count(case when search_text like ? escape '!' then 1 end), count(*) from app_user tablesample system ("
                    + SAMPLED_PERCENT + ")";

    /** @param changes how many there had been before the table was asked */
    private record Asked(String part, int limit, long changes) {}

    private record Sample(int matching, int all) {

        boolean isTelling() {
            return all >= LEAST_SAMPLED;
        }
    }

    private final JdbcTemplate jdbc;
    private final AtomicLong changed = new AtomicLong();
    private final Cache<Asked, List<Long>> found = briefly();
    private final Cache<Asked, Sample> samples = briefly();

    SearchTextsInTable(JdbcTemplate jdbc, ChangeLog changes) {
        this.jdbc = jdbc;
        changes.subscribe(CurrentUsers.TOPIC, id -> changed.incrementAndGet());
        changes.subscribe(UserImport.TOPIC, any -> changed.incrementAndGet());
    }

    private static <T> Cache<Asked, T> briefly() {
        return Caffeine.newBuilder()
                .maximumSize(100)
                .expireAfterWrite(Duration.ofSeconds(1))
                .build();
    }

    @Override
    public Optional<List<Long>> find(String part, int limit) {
        if (part.length() < TRIGRAM && areMany(sample(part), limit)) {
            return Optional.empty();
        }
        var ids = found.get(
                new Asked(part, limit, changed.get()),
                asked -> ids("select id" + MATCHING + " limit " + (limit + 1), part));
        return ids.size() > limit ? Optional.empty() : Optional.of(ids);
    }

    @Override
    public List<Long> findAll(String part) {
        return ids("select id" + MATCHING, part);
    }

    @Override
    public int count(String part) {
        return jdbc.query(planned("select count(*)" + MATCHING, part), (row, number) -> row.getInt(1))
                .getFirst();
    }

    @Override
    public double share(String part) {
        var sample = sample(part);
        if (sample.isTelling()) {
            return (double) sample.matching / sample.all;
        }
        var all = jdbc.queryForObject("select count(*) from app_user", Integer.class);
        return all == null || all == 0 ? 0 : (double) count(part) / all;
    }

    /** Twice as many as the limit, in all likelihood: a sample is no count. */
    private static boolean areMany(Sample sample, int limit) {
        return sample.isTelling() && sample.matching * (100L / SAMPLED_PERCENT) > 2L * limit;
    }

    private Sample sample(String part) {
        return samples.get(
                new Asked(part, 0, changed.get()),
                asked -> jdbc.query(planned(SAMPLE, part), (row, number) -> new Sample(row.getInt(1), row.getInt(2)))
                        .getFirst());
    }

    private List<Long> ids(String sql, String part) {
        return jdbc.query(planned(sql, part), (row, number) -> row.getLong(1));
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
