package io.rollcall.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What gets into the log of what is said. */
class BoundedEncoderTests {

    private final LoggerContext context = new LoggerContext();
    private long nanos;
    private BoundedEncoder encoder;

    @BeforeEach
    void start() {
        var form = new PatternLayoutEncoder();
        context.setMDCAdapter(new LogbackMDCAdapter());
        form.setContext(context);
        form.setPattern("%level %logger %msg%n");
        form.start();
        encoder = new BoundedEncoder(form, new Repetition(() -> nanos));
    }

    @Test
    @Tag("S65")
    void aLineIsAKilobyteAtMostAndEndsAsOne() {
        var line = say("org.library.Thing", Level.WARN, "ü".repeat(5_000), null);

        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1_000, 1_024);
        assertThat(line).endsWith("…\n").doesNotContain("\ufffd");
    }

    @Test
    @Tag("S65")
    void anErrorIsItsRootAndOurPlacesInOneLine() {
        var line = say("io.rollcall.Thing", Level.ERROR, "It broke", new IllegalStateException("outer", failure()));

        assertThat(line)
                .hasLineCount(1)
                .startsWith("ERROR io.rollcall.Thing It broke: java.lang.IllegalArgumentException")
                .contains("BoundedEncoderTests.failure(");
    }

    @Test
    @Tag("S60")
    void whatARequestsErrorSaysIsNotWritten() {
        try (var share = LogShare.open()) {
            assertThat(say("io.rollcall.Thing", Level.ERROR, "It broke", failure()))
                    .contains("IllegalArgumentException")
                    .doesNotContain("olga@example.com");
        }
        assertThat(say("io.rollcall.Job", Level.ERROR, "It broke", failure())).contains("olga@example.com");
    }

    @Test
    @Tag("S60")
    void whatLibrariesAreSentByARequestIsNotWritten() {
        try (var share = LogShare.open()) {
            assertThat(say("org.library.Thing", Level.WARN, "Ignoring {}", null, "olga@example.com"))
                    .isEqualTo("WARN org.library.Thing Ignoring {}\n");
        }
    }

    @Test
    @Tag("S65")
    void whatIsNotToBeSeenIsHarmless() {
        assertThat(say("io.rollcall.Thing", Level.WARN, "a\r\nb\u001b[31m\u202e\u0000c", null))
                .isEqualTo("WARN io.rollcall.Thing a  b\\u1b[31m\\u202e\\u0c\n");
    }

    @Test
    @Tag("S65")
    void aHundredAlikeAreOneLineAndACount() {
        assertThat(say("org.library.Thing", Level.WARN, "Odd {}", null, 0)).isNotEmpty();
        for (var i = 1; i < 100; i++) {
            assertThat(say("org.library.Thing", Level.WARN, "Odd {}", null, i)).isEmpty();
        }
        nanos += Duration.ofSeconds(59).toNanos();
        assertThat(say("io.rollcall.Other", Level.WARN, "Something else", null)).hasLineCount(1);

        nanos += Duration.ofSeconds(1).toNanos();
        assertThat(say("io.rollcall.Third", Level.INFO, "Something else", null))
                .hasLineCount(2)
                .contains("org.library.Thing 99 more like this within a minute: Odd {}");
        assertThat(say("org.library.Thing", Level.WARN, "Odd {}", null, 1)).isNotEmpty();
    }

    @Test
    @Tag("S65")
    void aRequestComplainsOnceAndSaysAKilobyteInAll() {
        try (var share = LogShare.open()) {
            assertThat(say("io.rollcall.One", Level.WARN, "first", null)).isNotEmpty();
            assertThat(say("io.rollcall.Two", Level.ERROR, "second", null)).isEmpty();
            assertThat(say("io.rollcall.Three", Level.INFO, "a".repeat(1_000), null))
                    .isEmpty();
        }
        try (var share = LogShare.open()) {
            assertThat(say("io.rollcall.Two", Level.ERROR, "of the next one", null))
                    .isNotEmpty();
        }
    }

    @Test
    @Tag("S60")
    void theSecurityLogIsAlwaysWritten() {
        try (var share = LogShare.open()) {
            for (var i = 0; i < 5; i++) {
                assertThat(say("rollcall.security", Level.WARN, "Failed sign-in of {}", null, "olga@example.com"))
                        .contains("olga@example.com");
            }
        }
    }

    private static IllegalArgumentException failure() {
        return new IllegalArgumentException("No such email: olga@example.com");
    }

    private String say(String logger, Level level, String text, @Nullable Throwable thrown, Object... arguments) {
        Logger named = context.getLogger(logger);
        var event = new LoggingEvent("", named, level, text, thrown, arguments);
        event.setThreadName("thread");
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }
}
