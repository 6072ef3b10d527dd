package io.rollcall.security;

import io.rollcall.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.springframework.test.context.ContextConfiguration;

/** The tests of what counts in the database again, on PostgreSQL. */
@ContextConfiguration(initializers = OnPostgres.class)
class PostgresIT {

    @Nested
    class Throttle extends SignInThrottleTests {}

    @Nested
    class ThrottledAddresses extends ThrottledAddressesTests {}

    @Nested
    class Tries extends PasswordTriesTests {}

    @Nested
    class Accounts extends TriedAccountsTests {}
}
