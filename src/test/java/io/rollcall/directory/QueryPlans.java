package io.rollcall.directory;

import io.rollcall.AskedSql;
import io.rollcall.AskedSql.Asked;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** How the database answers the queries of a test: each is asked again, with the same parameters, for its plan. */
@Import(AskedSql.OnDataSource.class)
final class QueryPlans {

    private static final Pattern H2_ROWS = Pattern.compile("scanCount: (\\d+)");
    private static final Pattern POSTGRESQL_ROWS = Pattern.compile("\\(actual rows=([\\d.]+) loops=(\\d+)\\)");
    private static final Pattern POSTGRESQL_DROPPED = Pattern.compile("Rows Removed by Filter: (\\d+)");

    private final AskedSql sql;
    private final JdbcTemplate jdbc;

    QueryPlans(AskedSql sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** The plan's text and the most rows that any part of it has read. */
    record Plan(String sql, String text, long rowsRead) {}

    /** Lets the database know what its tables hold now, without what tests before have deleted. */
    void analyze() {
        jdbc.execute((ConnectionCallback<Boolean>)
                connection -> connection.createStatement().execute(isH2(connection) ? "analyze" : "vacuum analyze"));
    }

    /** The plans of all reading of sessions that the work does. */
    List<Plan> of(Runnable work) {
        return sql.during(work).stream()
                .filter(query -> query.sql().startsWith("select") && query.sql().contains(" user_session"))
                .map(query -> jdbc.execute((ConnectionCallback<Plan>) connection -> explain(connection, query)))
                .toList();
    }

    private static Plan explain(Connection connection, Asked query) throws SQLException {
        var isH2 = isH2(connection);
        var sql = (isH2 ? "explain analyze " : "explain (analyze, timing off, costs off, buffers off) ") + query.sql();
        try (var statement = connection.prepareStatement(sql)) {
            for (var parameter : query.parameters()) {
                parameter.getMethod().invoke(statement, parameter.getArgs());
            }
            var text = new StringBuilder();
            try (var lines = statement.executeQuery()) {
                while (lines.next()) {
                    text.append(lines.getString(1)).append('\n');
                }
            }
            return new Plan(query.sql(), text.toString(), isH2 ? rowsOfH2(text) : rowsOfPostgresql(text));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isH2(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }

    private static long rowsOfH2(CharSequence plan) {
        return H2_ROWS.matcher(plan)
                .results()
                .mapToLong(scan -> Long.parseLong(scan.group(1)))
                .max()
                .orElseThrow();
    }

    private static long rowsOfPostgresql(CharSequence plan) {
        var read = POSTGRESQL_ROWS
                .matcher(plan)
                .results()
                .mapToLong(node -> Math.round(Double.parseDouble(node.group(1)) * Long.parseLong(node.group(2))));
        var dropped = POSTGRESQL_DROPPED.matcher(plan).results().mapToLong(node -> Long.parseLong(node.group(1)));
        return LongStream.concat(read, dropped).max().orElseThrow();
    }

    /** Whether it reads the whole table of sessions. */
    static boolean readsWholeTable(Plan plan) {
        var text = plan.text.toLowerCase(Locale.ROOT);
        return text.contains("user_session.tablescan") || text.contains("seq scan on user_session");
    }

    /** Whether it sorts rows instead of reading them in order. */
    static boolean sorts(Plan plan) {
        return plan.sql.contains("order by")
                && (plan.text.contains("Sort Key:")
                        || plan.text.contains("scanCount:") && !plan.text.contains("index sorted"));
    }
}
