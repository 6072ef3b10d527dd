package io.rollcall.startup;

import io.rollcall.security.Entrance;
import io.rollcall.security.PublicUrl;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Invitations;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The command {@code --reset-owner=<email>}: prints a one-time link with which an Account Owner who is locked out chooses a new
 * password, and exits. It starts no server, only the rooms that know accounts.
 */
final class OwnerReset {

    static final String NAME = "reset-owner";

    static final String OPTION = "--" + NAME;

    /** Exit status of a command that cannot be followed. */
    private static final int USAGE = 2;

    private OwnerReset() {}

    /**
     * Follows the command; every other argument is a setting, as for the server.
     *
     * @return the exit status: 0 when the link was printed, 1 when the database cannot be used, 2 when there is no such owner
     */
    static int run(PrintStream out, String... arguments) {
        var email = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(OPTION + "="))
                .findFirst()
                .flatMap(argument -> EmailAddress.parse(argument.substring(OPTION.length() + 1)));
        if (email.isEmpty()) {
            out.println("Say whose password to reset: " + OPTION + "=owner@example.com");
            return USAGE;
        }
        try (var context = new SpringApplicationBuilder(Rooms.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(arguments)) {
            var secret = context.getBean(Invitations.class).issueForOwner(email.get());
            if (secret.isEmpty()) {
                out.println("No Account Owner has the email " + email.get().text());
                return USAGE;
            }
            Console.printLink(
                    out,
                    "With this link " + email.get().text() + " chooses a new password:",
                    Console.link(
                            context.getBean(PublicUrl.class),
                            context.getEnvironment(),
                            Entrance.invitationBy(secret.get())),
                    "It works once, for seven days. Start Rollcall before you open it.");
            return 0;
        } catch (RuntimeException e) {
            return 1; // said already, by the failed start
        }
    }

    /** What the command needs of the program. No configuration that a component scan would find. */
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
    @EnableConfigurationProperties(PublicUrl.class)
    @ComponentScan({"io.rollcall.audit", "io.rollcall.cluster", "io.rollcall.user"})
    static class Rooms {

        @Bean
        Clock clock() {
            return Clock.tickMillis(ZoneOffset.UTC);
        }
    }
}
