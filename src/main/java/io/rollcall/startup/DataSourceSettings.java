package io.rollcall.startup;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What README names of Spring's settings for the database; {@link FixedSettings} looks at the URL.
 *
 * @param url the database, by default a file in the data directory; a PostgreSQL URL is all it takes to move
 * @param username the database's account
 * @param password that account's password
 */
@ConfigurationProperties("spring.datasource")
record DataSourceSettings(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password) {}
