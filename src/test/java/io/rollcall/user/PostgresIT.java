package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.DomainTest;
import io.rollcall.OnPostgres;
import io.rollcall.user.UserSearch.Matches;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** The tests of accounts again, on PostgreSQL. */
@ContextConfiguration(initializers = OnPostgres.class)
class PostgresIT {

    /** As with so many users that every search goes by the index. */
    private static final String BY_INDEX = "spring.datasource.hikari.connection-init-sql=set enable_seqscan = off";

    @Nested
    class Accounts extends UsersTests {}

    @Nested
    class Roles extends RoleMatrixTests {}

    @Nested
    class LastOwner extends LastOwnerTests {}

    @Nested
    class Search extends UserSearchTests {}

    @Nested
    class AnySearch extends UserSearchPropertyTests {}

    @Nested
    @TestPropertySource(properties = BY_INDEX)
    class SearchByIndex extends UserSearchTests {}

    @Nested
    @TestPropertySource(properties = BY_INDEX)
    class AnySearchByIndex extends UserSearchPropertyTests {}

    @Nested
    @DomainTest
    class SearchIndex {

        @Autowired
        private JdbcTemplate jdbc;

        @Autowired
        private UserSearch search;

        @Test
        void threeCharactersAreFoundByTheIndex() {
            jdbc.update("""
                    insert into app_user (email, name, name_sort, search_text, role, enabled, created_at)
                    select n, n, n, n || chr(10) || n, 'USER', true, now()
                    from (select md5(i::text) || '@example.com' n from generate_series(1, 20000) i) names""");
            jdbc.execute("analyze app_user");

            assertThat(planOf("f00")).contains("app_user_search");
            assertThat(planOf("no such person")).contains("app_user_search");
            // no sooner than at its sixth run would one plan be made for all texts
            for (var run = 0; run < 12; run++) {
                assertThat(search.matching("qqq", 10)).isEqualTo(new Matches.Few(List.of()));
            }
            assertThat(jdbc.queryForList(
                            "select name from pg_prepared_statements where statement like '%search_text like%'"))
                    .isEmpty();
        }

        @Test
        void whoMayNotCreateTheExtensionSearchesWithoutTheIndex() {
            jdbc.execute("drop schema if exists poor cascade");
            jdbc.execute("drop role if exists poor");
            jdbc.execute("create role poor login");
            jdbc.execute("create schema poor authorization poor");
            jdbc.execute("drop extension pg_trgm cascade");
            var url = jdbc.execute((ConnectionCallback<String>)
                    connection -> connection.getMetaData().getURL());

            try {
                Flyway.configure()
                        .dataSource(url.replaceAll("user=\\w+", "user=poor"), "poor", "")
                        .schemas("poor")
                        .locations("classpath:db/migration", "classpath:db/postgresql")
                        .load()
                        .migrate();

                assertThat(jdbc.queryForList(
                                "select indexname from pg_indexes where tablename = 'app_user'", String.class))
                        .doesNotContain("app_user_search");
            } finally {
                jdbc.execute("create extension if not exists pg_trgm");
                jdbc.execute(
                        "create index if not exists app_user_search on app_user using gin (search_text gin_trgm_ops)");
            }
        }

        private String planOf(String part) {
            var plan = jdbc.queryForList(
                    "explain select id from app_user where search_text like ? escape '!' limit 1001",
                    String.class,
                    SearchText.containing(part));
            return String.join("\n", plan);
        }
    }

    @Nested
    class Edits extends EditTests {}

    @Nested
    class Links extends OneTimeLinkTests {}

    @Nested
    class LinkRaces extends OneTimeLinkRaceTests {}

    @Nested
    class First extends FirstOwnerTests {}
}
