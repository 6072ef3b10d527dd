package io.rollcall.benchmark;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/** Counts what an installation asks of its database, in requests and in its jobs, when added to one. */
final class SqlCounter implements QueryExecutionListener, MethodExecutionListener {

    /** What threads are called that do requests' work. */
    static final String REQUEST = "request-";

    /** Makes an installation's data source count. */
    static final class OnDataSource {

        @Bean
        static SqlCounter sqlCounter() {
            return new SqlCounter();
        }

        @Bean
        static BeanPostProcessor countedDataSource(SqlCounter counter) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source
                            ? ProxyDataSourceBuilder.create(source)
                                    .listener(counter)
                                    .methodListener(counter)
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

    /**
     * So far.
     *
     * @param statements each row of a batch counts as one
     * @param inRequests how many of the statements a request waited for
     */
    record Counts(long statements, long commits, long connections, long inRequests) {

        Counts since(Counts before) {
            return new Counts(
                    statements - before.statements,
                    commits - before.commits,
                    connections - before.connections,
                    inRequests - before.inRequests);
        }

        long all() {
            return statements + commits + connections;
        }
    }

    Counts counts() {
        return new Counts(statements.sum(), commits.sum(), connections.sum(), inRequests.sum());
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
