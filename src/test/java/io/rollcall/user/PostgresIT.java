package io.rollcall.user;

import io.rollcall.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.springframework.test.context.ContextConfiguration;

/** The tests of accounts again, on PostgreSQL. */
@ContextConfiguration(initializers = OnPostgres.class)
class PostgresIT {

    @Nested
    class Accounts extends UsersTests {}

    @Nested
    class Roles extends RoleMatrixTests {}

    @Nested
    class LastOwner extends LastOwnerTests {}

    @Nested
    class Search extends UserSearchTests {}

    @Nested
    class First extends FirstOwnerTests {}
}
