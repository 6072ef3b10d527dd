package io.rollcall.session;

import io.rollcall.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.springframework.test.context.ContextConfiguration;

/** The services' tests again, on PostgreSQL. */
class PostgresIT {

    @Nested
    @ContextConfiguration(initializers = OnPostgres.class)
    class Registry extends SessionRegistryTests {}
}
