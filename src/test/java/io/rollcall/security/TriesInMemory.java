package io.rollcall.security;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A database in memory that holds no tries at first, for what needs nothing else. */
record TriesInMemory(JdbcTemplate jdbc, TransactionTemplate transaction) {

    private static final DataSource DATABASE = migrated();

    static TriesInMemory empty() {
        var jdbc = new JdbcTemplate(DATABASE);
        jdbc.update("delete from sign_in_attempt");
        return new TriesInMemory(jdbc, new TransactionTemplate(new DataSourceTransactionManager(DATABASE)));
    }

    private static DataSource migrated() {
        var database = new DriverManagerDataSource("jdbc:h2:mem:tries;MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }
}
