package io.rollcall.directory;

import io.rollcall.OnPostgres;
import org.junit.jupiter.api.Nested;
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
}
