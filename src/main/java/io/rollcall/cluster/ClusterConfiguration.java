package io.rollcall.cluster;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class ClusterConfiguration {

    @Bean
    Database database(JdbcTemplate jdbc) {
        return jdbc.execute((ConnectionCallback<Database>) Database::of);
    }
}
