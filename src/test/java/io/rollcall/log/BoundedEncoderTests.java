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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                .startsWith("ERROR io.rollcall.Thing It broke: java.lang.IllegalArgumentException")
                .contains("BoundedEncoderTests.failure(");
    }

    @ParameterizedTest
    @Tag("S65")
    @ValueSource(strings = {"io.rollcall.Job", "org.springframework.scheduling.support.Jobs"})
    void whatBreaksOutsideOfRequestsIsToldWholeOnceAMinute(String logger) {
        var first = say(logger, Level.ERROR, "It broke", new IllegalStateException("outer\nforged", failure()));
        assertThat(first.lines().toList())
                .hasSizeBetween(5, 200)
                .anyMatch(line -> line.contains("Caused by: java.lang.IllegalArgumentException"))
                .anyMatch(line -> line.contains("at java.base/java.lang.reflect.Method.invoke"))
                .allSatisfy(line -> assertThat(line).matches("(ERROR|\t).*"));

        assertThat(say(logger, Level.ERROR, "It broke", new IllegalStateException("outer", failure()))
                        .lines())
                .hasSizeLessThan(2);
        nanos += Duration.ofMinutes(1).toNanos();
        // of a library's the first one after a minute is still counted, and tells how many there were
        assertThat(say(logger, Level.ERROR, "It broke", new IllegalStateException("outer", failure()))
                        + say(logger, Level.ERROR, "It broke", new IllegalStateException("outer", failure())))
                .containsOnlyOnce("Caused by");
    }

    @Test
    @Tag("S65")
    void whatBreaksInARequestOrInALibraryIsOneLine() {
        try (var share = LogShare.open()) {
            assertThat(say("io.rollcall.Thing", Level.ERROR, "It broke", failure()))
                    .hasLineCount(1);
        }
        assertThat(say("org.library.Thing", Level.ERROR, "It broke", failure())).hasLineCount(1);
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
    @Tag("S60")
    void whatPagesArePushedIsNotWritten() {
        var text = "This message {} will be lost";
        assertThat(say("org.atmosphere.cpr.DefaultBroadcaster", Level.ERROR, text, failure(), "olga@example.com"))
                .startsWith("ERROR org.atmosphere.cpr.DefaultBroadcaster " + text)
                .doesNotContain("olga@example.com")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @Tag("S60")
    @ValueSource(
            strings = {
                "org.atmosphere.cpr.AsynchronousProcessor",
                "com.vaadin.flow.server.communication.PushAtmosphereHandler"
            })
    void aPageThatHasGoneIsNothingToTellButAFaultOfOursIs(String logger) {
        for (var where : List.of("org.apache.tomcat.X", "org.atmosphere.Y")) {
            var gone = from(where, new IllegalStateException("closed"));
            assertThat(say(logger, Level.ERROR, "Exception in push connection", gone))
                    .isEmpty();
        }
        assertThat(say(logger, Level.ERROR, "Full", from("org.apache.tomcat.X", new OutOfMemoryError())))
                .isNotEmpty();
        assertThat(say(logger, Level.ERROR, "Exception in push connection", failure()))
                .isNotEmpty();
    }

    private static <T extends Throwable> T from(String where, T thrown) {
        thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement(where, "write", "X.java", 1)});
        return thrown;
    }

    @Test
    @Tag("S65")
    void whatIsNotToBeSeenIsHarmless() {
        assertThat(say("io.rollcall.Thing", Level.WARN, "a\r\nb\u001b[31m\u202e\u0000c", null))
                .isEqualTo("WARN io.rollcall.Thing a  b\\u001B[31m\\u202E\\u0000c\n");
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
