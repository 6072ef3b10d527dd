package io.rollcall.startup;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What {@code --help} lists of Spring's settings for the database, looked at before anything is made; {@link FixedSettings} looks at
 * the URL.
 *
 * @param url the database, by default a file in the data directory; a PostgreSQL URL is all it takes to move
 * @param username the database's account
 * @param password that account's password
 */
@ConfigurationProperties("spring.datasource")
record DataSourceSettings(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue Hikari hikari) {

    /**
     * The connections.
     *
     * @param maximumPoolSize how many connections there are at most
     */
    record Hikari(@DefaultValue("10") int maximumPoolSize) {

        Hikari {
            if (maximumPoolSize < 2) {
                throw new IllegalArgumentException("maximum-pool-size = \"%d\": 2 or more".formatted(maximumPoolSize));
            }
        }
    }
}
