package io.rollcall.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.DomainTest;
import io.rollcall.GeneratedOrganization;
import io.rollcall.GeneratedOrganization.Size;
import io.rollcall.OnPostgres;
import io.rollcall.People;
import io.rollcall.directory.SessionQuery.Sort;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/** The tests of lists again, on PostgreSQL. */
@ContextConfiguration(initializers = OnPostgres.class)
class PostgresIT {

    @Nested
    class Lists extends SessionListsTests {}

    @Nested
    class ListedSessions extends ListedSessionsTests {}

    @Nested
    class LongLists extends LongListsTests {}

    @Nested
    class Directory extends SessionDirectoryTests {}

    @Nested
    @DomainTest
    @Import(QueryPlans.class)
    class AfterAStart {

        @Autowired
        private ApplicationContext application;

        @Autowired
        private SessionDirectory directory;

        @Autowired
        private JdbcTemplate jdbc;

        @Autowired
        private QueryPlans plans;

        @BeforeEach
        void aDatabaseOfWhichPostgresqlKnowsNothing() {
            jdbc.execute("alter table user_session set (autovacuum_enabled = false)");
            new GeneratedOrganization(application, 5).add(new Size(1_000, 12_000, 1_000));
            jdbc.queryForList("select pg_clear_attribute_stats(schemaname, tablename, attname, inherited) from pg_stats"
                    + " where tablename = 'user_session'");
            jdbc.queryForList("select pg_clear_relation_stats('public', 'user_session')");
        }

        @AfterEach
        void asItWas() {
            jdbc.execute("alter table user_session reset (autovacuum_enabled)");
        }

        @Test
        void pagesAreReadAlongAnIndexAlsoOfARestoredDatabase() {
            application.getBean(Flyway.class).migrate();

            assertThat(jdbc.queryForList("select attname from pg_stats where tablename = 'user_session'", String.class))
                    .as("of which PostgreSQL knows what they hold")
                    .contains("status", "created_at");
            for (var sort : List.of(Sort.CREATED, Sort.USER, Sort.LOCATION)) {
                var query = SessionQuery.active().sortedBy(sort, true);
                assertThat(plans.of(() -> directory.list(People.SOMEBODY, query, 600, 50)))
                        .isNotEmpty()
                        .allSatisfy(plan -> assertThat(QueryPlans.sorts(plan))
                                .as(plan.text())
                                .isFalse());
            }
        }
    }
}
