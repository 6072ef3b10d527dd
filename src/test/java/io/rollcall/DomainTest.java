package io.rollcall;

import io.rollcall.user.UserImport;
import io.rollcall.user.Users;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.NestedTestConfiguration;
import org.springframework.test.context.NestedTestConfiguration.EnclosingConfiguration;

/**
 * The rooms below the web, with an empty database in memory before every test, a clock that only tests move and no job that
 * runs by itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(EmptyDatabase.class)
@NestedTestConfiguration(EnclosingConfiguration.INHERIT)
@SpringBootTest(
        classes = DomainTest.Rooms.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};MODE=PostgreSQL;DB_CLOSE_DELAY=-1",
            "spring.datasource.hikari.maximum-pool-size=20",
            // A busy machine is no database that is away.
            "spring.datasource.hikari.connection-timeout=30000",
            "rollcall.data-directory=target/test-data"
        })
public @interface DomainTest {

    /** No configuration that a component scan would find. */
    @AutoConfigurationPackage(basePackages = "io.rollcall")
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        DataJpaRepositoriesAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @EnableConfigurationProperties
    @ComponentScan({
        "io.rollcall.device",
        "io.rollcall.location",
        "io.rollcall.audit",
        "io.rollcall.cluster",
        "io.rollcall.user",
        "io.rollcall.session",
        "io.rollcall.directory"
    })
    public class Rooms {

        @Bean
        @Primary
        TestClock clock() {
            return new TestClock();
        }

        @Bean
        People people(Users users, UserImport imported, TestClock clock) {
            return new People(users, imported, clock);
        }

        @Bean
        ManualScheduler taskScheduler(TestClock clock) {
            return new ManualScheduler(clock);
        }
    }
}
