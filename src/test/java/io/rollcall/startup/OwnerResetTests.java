package io.rollcall.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.DomainTest;
import io.rollcall.People;
import io.rollcall.user.Invitations;
import io.rollcall.user.Passwords;
import io.rollcall.user.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@Tag("S33")
@ExtendWith(OutputCaptureExtension.class)
class OwnerResetTests {

    private static final Pattern LINK = Pattern.compile("https://rollcall\\.example\\.com/invitation#(\\S{43})");

    @TempDir
    private static Path prepared;

    @TempDir
    private Path data;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeAll
    static void prepareTwoOwnersAndAUser() {
        try (var server = server(prepared)) {
            var people = server.getBean(People.class);
            people.withPassword("Olivia", Role.ACCOUNT_OWNER, "a forgotten one");
            people.add("Second Owner", Role.ACCOUNT_OWNER);
            people.add("Ada", Role.USER);
        }
    }

    @BeforeEach
    void copy() throws IOException {
        Files.copy(prepared.resolve("rollcall.mv.db"), data.resolve("rollcall.mv.db"));
    }

    @Test
    void aLockedOutOwnerGetsALinkThatWorksOnce() {
        assertThat(reset("--reset-owner=Olivia@example.com")).isZero();

        var secret = LINK.matcher(text()).results().map(found -> found.group(1)).toList();
        assertThat(secret).hasSize(1);
        try (var server = server(data)) {
            var invitations = server.getBean(Invitations.class);
            assertThat(invitations.accept(secret.getFirst(), "a violet bicycle", null))
                    .isPresent();
            assertThat(invitations.accept(secret.getFirst(), "another bicycle", null))
                    .isEmpty();
            assertThat(server.getBean(Passwords.class).authenticate("olivia@example.com", "a violet bicycle"))
                    .isPresent();
        }
    }

    @Test
    void aDisabledOwnerIsEnabledByIt() throws SQLException {
        try (var database = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("rollcall"));
                var disable = database.createStatement()) {
            disable.executeUpdate("update app_user set enabled = false where email = 'olivia@example.com'");
        }
        assertThat(reset("--reset-owner=olivia@example.com")).isZero();
        try (var database = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("rollcall"));
                var query = database.createStatement();
                var enabled = query.executeQuery("select count(*) from app_user where enabled")) {
            assertThat(enabled.next()).isTrue();
            assertThat(enabled.getInt(1)).isEqualTo(3);
        }
    }

    @Test
    @Tag("S26")
    void theLinkIsPrintedAndNeverLogged(CapturedOutput output) {
        assertThat(reset("--reset-owner=olivia@example.com")).isZero();
        assertThat(output.getAll()).doesNotContainPattern(LINK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--reset-owner=ada@example.com", "--reset-owner=nobody@example.com"})
    void nobodyButAnOwnerGetsOne(String option) {
        assertThat(reset(option)).isEqualTo(2);
        assertThat(text().strip()).isEqualTo("No Account Owner has the email " + option.substring(14));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--reset-owner", "--reset-owner=", "--reset-owner=olivia"})
    void aCommandWithoutAnEmailIsExplained(String option) {
        assertThat(Commands.follow(new PrintStream(printed, true, StandardCharsets.UTF_8), "--server.port=1", option))
                .hasValue(2);
        assertThat(text().strip()).isEqualTo("Say whose password to reset: --reset-owner=owner@example.com");
    }

    @Test
    void whileTheServerRunsItSaysToStopItFirst(CapturedOutput output) throws IOException {
        // as the other process does
        try (var file = FileChannel.open(data.resolve("rollcall.mv.db"), StandardOpenOption.WRITE);
                var lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(reset("--reset-owner=olivia@example.com")).isEqualTo(1);
        }
        assertThat(text()).isEmpty();
        assertThat(output.getAll().lines().filter(line -> !line.isBlank() && !line.contains(" INFO ")))
                .singleElement()
                .asString()
                .contains("is in use: stop the server that runs on it first");
    }

    private int reset(String option) {
        return OwnerReset.run(
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                "--rollcall.data-directory=" + data,
                "--rollcall.web.public-url=https://rollcall.example.com/",
                option);
    }

    private static ConfigurableApplicationContext server(Path data) {
        return new SpringApplicationBuilder(DomainTest.Rooms.class)
                .web(WebApplicationType.NONE)
                .run("--rollcall.data-directory=" + data);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
