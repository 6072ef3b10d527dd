package io.rollcall.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** How the database answers the queries of a test: each is asked again, with the same parameters, for its plan. */
final class QueryPlans implements QueryExecutionListener {

    private static final Pattern H2_ROWS = Pattern.compile("scanCount: (\\d+)");
    private static final Pattern POSTGRESQL_ROWS = Pattern.compile("\\(actual rows=([\\d.]+) loops=(\\d+)\\)");
    private static final Pattern POSTGRESQL_DROPPED = Pattern.compile("Rows Removed by Filter: (\\d+)");

    private final List<Asked> asked = new ArrayList<>();

    private record Asked(String sql, List<ParameterSetOperation> parameters) {}

    /** The plan's text and the most rows that any part of it has read. */
    record Plan(String sql, String text, long rowsRead) {}

    /** Records what the rooms of a test ask. */
    static final class OnDataSource {

        @Bean
        static QueryPlans queryPlans() {
            return new QueryPlans();
        }

        @Bean
        static BeanPostProcessor recordedDataSource(QueryPlans plans) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source
                            ? ProxyDataSourceBuilder.create(source)
                                    .listener(plans)
                                    .build()
                            : bean;
                }
            };
        }
    }

    /** Lets the database know what its tables hold now, without what tests before have deleted. */
    void analyze(JdbcTemplate jdbc) {
        jdbc.execute((ConnectionCallback<Boolean>)
                connection -> connection.createStatement().execute(isH2(connection) ? "analyze" : "vacuum analyze"));
    }

    /** The plans of all reading of sessions that the work does. */
    List<Plan> of(JdbcTemplate jdbc, Runnable work) {
        asked.clear();
        work.run();
        return List.copyOf(asked).stream()
                .filter(query -> query.sql.contains(" user_session"))
                .map(query -> jdbc.execute((ConnectionCallback<Plan>) connection -> explain(connection, query)))
                .toList();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        queries.stream()
                .filter(query -> query.getQuery().startsWith("select")
                        && !query.getParametersList().isEmpty())
                .forEach(query -> asked.add(
                        new Asked(query.getQuery(), query.getParametersList().getFirst())));
    }

    private static Plan explain(Connection connection, Asked query) throws SQLException {
        var isH2 = isH2(connection);
        var sql = (isH2 ? "explain analyze " : "explain (analyze, timing off, costs off, buffers off) ") + query.sql;
        try (var statement = connection.prepareStatement(sql)) {
            for (var parameter : query.parameters) {
                parameter.getMethod().invoke(statement, parameter.getArgs());
            }
            var text = new StringBuilder();
            try (var lines = statement.executeQuery()) {
                while (lines.next()) {
                    text.append(lines.getString(1)).append('\n');
                }
            }
            return new Plan(query.sql, text.toString(), isH2 ? rowsOfH2(text) : rowsOfPostgresql(text));
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
