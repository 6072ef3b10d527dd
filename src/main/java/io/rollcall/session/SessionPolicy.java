package io.rollcall.session;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DurationFormat.Style;
import org.springframework.format.datetime.standard.DurationFormatterUtils;
import org.springframework.validation.annotation.Validated;

/**
 * How long sessions live and how they are kept. A session keeps the limits that it was opened with.
 *
 * @param idleTimeout after how long without a person's doing a session expires
 * @param absoluteTimeout how old a session may get, however active
 * @param rememberMe the same for people who asked to be kept signed in
 * @param historyRetention how long ended sessions are kept
 * @param flushInterval how long a Last Active may wait before it is written to the database
 */
@Validated
@ConfigurationProperties("rollcall.session")
public record SessionPolicy(
        @DefaultValue("1h") @DurationMin(seconds = 1) @DurationMax(days = 3650)
        Duration idleTimeout,

        @DefaultValue("24h") @DurationMin(seconds = 1) @DurationMax(days = 3650)
        Duration absoluteTimeout,

        @DefaultValue @Valid @NotNull RememberMe rememberMe,

        @DefaultValue("365d") @DurationMin(days = 1) @DurationMax(days = 36500)
        Duration historyRetention,

        @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
        Duration flushInterval) {

    public SessionPolicy {
        requireOrder(idleTimeout, absoluteTimeout);
    }

    /**
     * Limits of a session whose owner asked to be kept signed in.
     *
     * @param idleTimeout after how long without a person's doing such a session expires
     * @param absoluteTimeout how old such a session may get, however active
     */
    public record RememberMe(
            @DefaultValue("14d") @DurationMin(seconds = 1) @DurationMax(days = 3650)
            Duration idleTimeout,

            @DefaultValue("90d") @DurationMin(seconds = 1) @DurationMax(days = 3650)
            Duration absoluteTimeout) {

        public RememberMe {
            requireOrder(idleTimeout, absoluteTimeout);
        }
    }

    private static void requireOrder(Duration idle, Duration absolute) {
        if (idle.compareTo(absolute) > 0) {
            throw new IllegalArgumentException("idle-timeout = \"%s\": at most the absolute-timeout, which is \"%s\""
                    .formatted(told(idle), told(absolute)));
        }
    }

    private static String told(Duration duration) {
        return DurationFormatterUtils.print(duration, Style.COMPOSITE);
    }

    Duration idleTimeout(boolean remembered) {
        return remembered ? rememberMe.idleTimeout : idleTimeout;
    }

    Duration absoluteTimeout(boolean remembered) {
        return remembered ? rememberMe.absoluteTimeout : absoluteTimeout;
    }
}
