package io.rollcall;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/** What a program asks of its database, in requests and in its jobs, when added to one: counted, and noted down while a test listens. */
public final class AskedSql implements QueryExecutionListener, MethodExecutionListener {

    /** What threads are called that do requests' work. */
    public static final String REQUEST = "request-";

    /** Makes a program's data source tell. */
    public static final class OnDataSource {

        @Bean
        static AskedSql askedSql() {
            return new AskedSql();
        }

        @Bean
        static BeanPostProcessor dataSourceThatTells(AskedSql asked) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source
                            ? ProxyDataSourceBuilder.create(source)
                                    .listener(asked)
                                    .methodListener(asked)
                                    .build()
                            : bean;
                }
            };
        }
    }

    private final LongAdder statements = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final LongAdder connections = new LongAdder();
    private final LongAdder inRequests = new LongAdder();
    private volatile @Nullable Queue<Asked> noted;

    /** A statement with the parameters of its first row. */
    public record Asked(String sql, List<ParameterSetOperation> parameters) {}

    /**
     * So far.
     *
     * @param statements each row of a batch counts as one
     * @param inRequests how many of the statements a request waited for
     */
    public record Counts(long statements, long commits, long connections, long inRequests) {

        public Counts since(Counts before) {
            return new Counts(
                    statements - before.statements,
                    commits - before.commits,
                    connections - before.connections,
                    inRequests - before.inRequests);
        }

        public long all() {
            return statements + commits + connections;
        }
    }

    public Counts counts() {
        return new Counts(statements.sum(), commits.sum(), connections.sum(), inRequests.sum());
    }

    /** How many statements the work costs. */
    public long statementsOf(Runnable work) {
        var before = counts();
        work.run();
        return counts().since(before).statements;
    }

    /** The statements that the work asks and that have parameters. */
    public List<Asked> during(Runnable work) {
        var heard = new ConcurrentLinkedQueue<Asked>();
        noted = heard;
        try {
            work.run();
        } finally {
            noted = null;
        }
        return List.copyOf(heard);
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        var count = execution.isBatch() ? execution.getBatchSize() : queries.size();
        statements.add(count);
        if (Thread.currentThread().getName().startsWith(REQUEST)) {
            inRequests.add(count);
        }
        var heard = noted;
        if (heard != null) {
            queries.stream()
                    .filter(query -> !query.getParametersList().isEmpty())
                    .map(query -> new Asked(
                            query.getQuery(), query.getParametersList().getFirst()))
                    .forEach(heard::add);
        }
    }

    @Override
    public void beforeMethod(MethodExecutionContext call) {}

    @Override
    public void afterMethod(MethodExecutionContext call) {
        switch (call.getMethod().getName()) {
            case "commit" -> commits.increment();
            case "getConnection" -> {
                if (call.getTarget() instanceof DataSource) {
                    connections.increment();
                }
            }
            default -> {}
        }
    }
}
