package io.rollcall.security;

import static io.rollcall.security.FailedTries.failures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mockingDetails;

import com.vaadin.flow.server.VaadinServletRequest;
import io.rollcall.CurrentVaadin;
import io.rollcall.People;
import io.rollcall.Simultaneously;
import io.rollcall.TestClock;
import io.rollcall.audit.AuditEntry;
import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.user.HashingBusyException;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.WrongPasswordException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Sign-in and change of password: what a try costs, how it counts and what is written of it. */
@PasswordTest
class PasswordTriesTests {

    private static final String PASSWORD = "a violet bicycle";
    private static final String NEW = "a green bicycle";
    private static final String HERE = "198.51.100.1";

    @Autowired
    private PasswordSignIn signIn;

    @Autowired
    private PasswordChange change;

    @Autowired
    private People people;

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private PasswordEncoder encoder;

    private SignInForm form;
    private User ada;

    @BeforeEach
    void addAda() {
        form = new SignInForm(signIn);
        ada = people.withPassword("Ada", Role.USER, PASSWORD);
        clock.advance(Duration.ofSeconds(1)); // so that what follows is newest
        clearInvocations(encoder);
    }

    @AfterEach
    void endRequest() {
        CurrentVaadin.clear();
    }

    @Test
    @Tag("S66")
    void aFailedSignInIsOneHashOneCountAndOneEntryWithTheAddress() {
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> form.signIn("ada@example.com", "wrong", HERE));

        assertThat(hashes()).isEqualTo(1);
        assertThat(counts()).isEqualTo(1);
        assertThat(failures(audit))
                .extracting(
                        AuditEntry::kind,
                        entry -> entry.actorId().isPresent(),
                        entry -> entry.subjectId().orElseThrow(),
                        entry -> entry.ip().orElseThrow())
                .containsExactly(tuple(AuditKind.SIGN_IN_FAILED, false, ada.id().value(), HERE));
    }

    @Test
    @Tag("S66")
    void aWrongCurrentPasswordIsOneHashOneCountAndOneEntryWithWhoAndTheAddress() {
        assertThatExceptionOfType(WrongPasswordException.class)
                .isThrownBy(() -> change.change(People.actor(ada), "wrong", NEW));

        assertThat(hashes()).isEqualTo(1);
        assertThat(counts()).isEqualTo(1);
        assertThat(failures(audit))
                .extracting(
                        AuditEntry::kind,
                        entry -> entry.actorId().orElseThrow(),
                        entry -> entry.subjectId().orElseThrow(),
                        entry -> entry.ip().orElseThrow())
                .containsExactly(tuple(
                        AuditKind.PASSWORD_CHANGE_FAILED,
                        ada.id().value(),
                        ada.id().value(),
                        "203.0.113.9"));
    }

    @Test
    void whatSucceedsIsNoFailure() {
        for (var i = 0; i < 10; i++) {
            form.signIn("ada@example.com", PASSWORD, HERE);
        }
        change.change(People.actor(ada), PASSWORD, NEW);

        form.signIn("ada@example.com", NEW, HERE);
        assertThat(failures(audit)).isEmpty();
    }

    @Test
    @Tag("S66")
    void theCurrentPasswordIsSlowedDownAsASignInIsAndCountsForIt() {
        for (var i = 0; i < SignInThrottle.FREE_PER_ACCOUNT; i++) {
            assertThatExceptionOfType(WrongPasswordException.class)
                    .isThrownBy(() -> change.change(People.actor(ada), "wrong", NEW));
        }
        clearInvocations(encoder);

        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> change.change(People.actor(ada), PASSWORD, NEW))
                .satisfies(e -> assertThat(e.waitFor()).isEqualTo(Duration.ofSeconds(1)));
        assertThatExceptionOfType(ThrottledException.class).isThrownBy(() -> form.signIn(ada.email(), PASSWORD, HERE));
        assertThat(hashes()).isZero();
        assertThat(failures(audit)).hasSize(SignInThrottle.FREE_PER_ACCOUNT);
    }

    @Test
    @Tag("S71")
    void fifteenClicksInOneRequestAreOneTry() {
        var request = new MockHttpServletRequest();
        CurrentVaadin.request(new VaadinServletRequest(request, null));
        for (var i = 0; i < 15; i++) {
            var guess = i == 14 ? PASSWORD : "guess " + i;
            assertThatExceptionOfType(WrongPasswordException.class)
                    .isThrownBy(() -> change.change(People.actor(ada), guess, NEW));
        }
        assertThat(hashes()).isEqualTo(1);
        assertThat(counts()).isEqualTo(1);

        // the next message of a socket has the attributes of the one before
        CurrentVaadin.request(new VaadinServletRequest(request, null));
        change.change(People.actor(ada), PASSWORD, NEW);
        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> change.change(People.actor(ada), NEW, PASSWORD));
    }

    @Test
    @Tag("S57")
    void ofSixtyGuessesAtOnceNoMoreAreHashedThanAreFree() throws Exception {
        var guesses = IntStream.range(0, 60)
                .<Callable<Object>>mapToObj(i -> () -> form.signIn(ada.email(), "guess " + i, "192.0.2." + i))
                .toList();

        var outcomes = Simultaneously.<Object>run(guesses);

        assertThat(outcomes)
                .extracting(Simultaneously.Outcome::failure)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOfAny(
                                BadCredentialsException.class,
                                ThrottledException.class,
                                AuthenticationServiceException.class));
        assertThat(hashes()).isEqualTo(SignInThrottle.FREE_PER_ACCOUNT);
        assertThat(failures(audit)).hasSize(SignInThrottle.FREE_PER_ACCOUNT);
    }

    @Test
    @Tag("S56")
    void whatIsPutOffDoesNotCount() {
        doThrow(new HashingBusyException()).when(encoder).matches(any(), any());

        for (var i = 0; i < 10; i++) {
            assertThatExceptionOfType(AuthenticationServiceException.class)
                    .isThrownBy(() -> form.signIn(ada.email(), "wrong", HERE));
            assertThatExceptionOfType(HashingBusyException.class)
                    .isThrownBy(() -> change.change(People.actor(ada), PASSWORD, NEW));
        }

        assertThat(counts()).isZero();
        assertThat(failures(audit)).isEmpty();
    }

    @Test
    void anOldPasswordThatWasBeingHashedWhenItChangedOpensNothing() {
        people.add("Bea", Role.USER);
        doAnswer(call -> {
                    jdbc.update(
                            "update app_user set password_hash = 'another' where id = ?",
                            ada.id().value());
                    return true;
                })
                .when(encoder)
                .matches(any(), any());

        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> form.signIn(ada.email(), PASSWORD, HERE));
    }

    private long hashes() {
        return mockingDetails(encoder).getInvocations().stream()
                .filter(call ->
                        List.of("encode", "matches").contains(call.getMethod().getName()))
                .count();
    }

    private int counts() {
        return jdbc.queryForObject("select count(*) from sign_in_attempt where not success", Integer.class);
    }
}
