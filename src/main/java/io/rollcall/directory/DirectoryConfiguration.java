package io.rollcall.directory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

    /** H2 reads either what each of the people has, or rows. */
    @Bean
    PeoplesSessions peoplesSessions(JdbcTemplate jdbc) {
        var product = jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName());
        return new PeoplesSessions(jdbc, !"H2".equals(product));
    }
}
