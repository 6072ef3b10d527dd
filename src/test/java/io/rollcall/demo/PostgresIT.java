package io.rollcall.demo;

import io.rollcall.OnPostgres;
import org.springframework.test.context.ContextConfiguration;

/** The example organisation again, on PostgreSQL. */
@ContextConfiguration(initializers = OnPostgres.class)
class PostgresIT extends ExampleOrganizationTests {}
