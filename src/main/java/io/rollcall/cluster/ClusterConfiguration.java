package io.rollcall.cluster;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
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

    /**
     * Has PostgreSQL reckon any page as dear as the next, so that it never sorts what an index has in order; with its own 4 it sorted
     * 288 of 1,476 pages, with 1 none: {@code docs/decisions/2026-11-25-long-lists.md}. A deployer's own statement stands.
     */
    @Bean
    static BeanPostProcessor walksAlongIndexes() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool
                        && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")
                        && pool.getConnectionInitSql() == null) {
                    pool.setConnectionInitSql("set random_page_cost = 1");
                }
                return bean;
            }
        };
    }
}
