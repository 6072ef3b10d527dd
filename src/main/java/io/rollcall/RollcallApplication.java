package io.rollcall;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import io.rollcall.startup.Commands;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.aop.config.AopConfigUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/**
 * The program's entry, its page shell and its one clock. It runs in one mode ({@code docs/decisions/2026-11-21-one-mode.md}), and waits at its start
 * for as little as it can ({@code docs/decisions/2026-11-26-start.md}).
 */
// Errors are answered by the container, before and after everything of ours, in one way (see room container).
@SpringBootApplication(exclude = ErrorMvcAutoConfiguration.class)
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
public class RollcallApplication implements AppShellConfigurator {

    private static final Map<String, Object> HIBERNATE_BESIDE_THE_REST =
            Map.of("spring.data.jpa.repositories.bootstrap-mode", "deferred");

    public static void main(String[] args) {
        Commands.follow(System.out, args).ifPresent(System::exit);
        var application = new SpringApplication(RollcallApplication.class);
        application.setDefaultProperties(HIBERNATE_BESIDE_THE_REST);
        application.setLogStartupInfo(false); // see Ready
        application.run(args);
    }

    /**
     * The script has to hear of Back and Forward before Vaadin's router, which starts with the page's modules; the frame is to be seen
     * before any style sheet has come.
     */
    @Override
    public void configurePage(AppShellSettings page) {
        page.addInlineFromFile(Inline.Position.PREPEND, "META-INF/resources/history.js", Inline.Wrapping.JAVASCRIPT);
        page.addInlineFromFile("META-INF/resources/frame.css", Inline.Wrapping.STYLESHEET);
    }

    /**
     * Lets Hibernate make by itself what it needs. While it starts beside the rest, asking for a bean could have both wait for each
     * other for ever.
     */
    @Bean
    JpaVendorAdapter jpaVendorAdapter() {
        return new HibernateJpaVendorAdapter() {
            @Override
            public void setBeanFactory(BeanFactory beans) {
                // not to be asked
            }
        };
    }

    /** Nothing is advised later on, so calls of what has no advice, such as what every request asks, go straight through. */
    @Bean
    static BeanFactoryPostProcessor frozenProxies() {
        return beans -> beans.getBeanDefinition(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME)
                .getPropertyValues()
                .add("frozen", true);
    }

    /** The only source of time in the program, so that tests can move it, in the milliseconds that a column holds. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
