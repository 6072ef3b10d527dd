package io.rollcall;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.aura.Aura;
import io.rollcall.startup.OwnerReset;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The program's entry, its page shell and its one clock. */
@SpringBootApplication
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
public class RollcallApplication implements AppShellConfigurator {

    public static void main(String[] args) {
        if (OwnerReset.isAskedFor(args)) {
            System.exit(OwnerReset.run(System.out, args));
        }
        SpringApplication.run(RollcallApplication.class, args);
    }

    /** The only source of time in the program, so that tests can move it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
