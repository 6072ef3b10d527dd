package io.rollcall.session;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(SessionPolicy.class)
class SessionConfiguration {

    /** H2 reads either what each of the people has, or rows. */
    @Bean
    PeoplesSessions peoplesSessions(JdbcTemplate jdbc) {
        var product = jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName());
        return new PeoplesSessions(jdbc, !"H2".equals(product));
    }

    @Bean
    SchedulingConfigurer flushing(TouchWriter touches, SessionPolicy policy) {
        return jobs -> jobs.addFixedDelayTask(touches::flush, policy.flushInterval());
    }
}
