package io.rollcall.user;

import io.rollcall.cluster.ChangeLog;
import io.rollcall.cluster.Database;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OrganizationProperties.class)
class UserConfiguration {

    /**
     * PBKDF2 over the whole password (bcrypt would take its first 72 bytes only), as often as OWASP's Password Storage Cheat
     * Sheet asks for SHA-512. The hash names its kind, so that a later one can stand beside it.
     */
    @Bean
    HashingThreads passwordEncoder() {
        var pbkdf2 = new Pbkdf2PasswordEncoder("", 16, 210_000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512);
        return new HashingThreads(new DelegatingPasswordEncoder("pbkdf2", Map.of("pbkdf2", pbkdf2)));
    }

    @Bean
    SearchTexts searchTexts(JdbcTemplate jdbc, Database database, ChangeLog changes) {
        return database == Database.POSTGRESQL
                ? new SearchTextsByTrigram(jdbc, changes)
                : new SearchTexts(jdbc, changes);
    }
}
