package io.rollcall.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is acknowledged is on the disk, where the database does not see to that itself. */
@Tag("S45")
class DiskSyncTests {

    @TempDir
    private Path folder;

    /** Statements and what listeners heard, as they came. */
    private final List<String> happened = new ArrayList<>();

    @Test
    void aFileOfH2IsSyncedAfterTheCommitAndBeforeAnybodyHears() {
        publishOn(h2("file:" + folder.resolve("rollcall")));
        assertThat(happened).containsExactly("CHECKPOINT SYNC", "heard a");
    }

    @Test
    void memoryHasNoDisk() {
        publishOn(h2("mem:" + UUID.randomUUID()));
        assertThat(happened).containsExactly("heard a");
    }

    @Test
    void aDatabaseOfAnotherKindSyncsItself() {
        var postgresql = mock(JdbcTemplate.class);
        publish(h2("mem:" + UUID.randomUUID()), new EmbeddedChangeLog(postgresql, Database.POSTGRESQL));
        assertThat(happened).containsExactly("heard a");
        verifyNoInteractions(postgresql);
    }

    private void publishOn(DataSource source) {
        var jdbc = new JdbcTemplate(source);
        publish(source, new EmbeddedChangeLog(jdbc, new ClusterConfiguration().database(jdbc)));
    }

    private void publish(DataSource source, ChangeLog changes) {
        changes.subscribe(String.class, change -> happened.add("heard " + change));
        new TransactionTemplate(new DataSourceTransactionManager(source))
                .executeWithoutResult(tx -> changes.publish("a"));
    }

    private DataSource h2(String where) {
        var h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:" + where);
        return ProxyDataSourceBuilder.create(h2)
                .afterQuery((execution, queries) -> queries.forEach(query -> happened.add(query.getQuery())))
                .build();
    }
}
