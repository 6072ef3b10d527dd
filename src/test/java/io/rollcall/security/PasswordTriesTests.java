package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.verifyNoInteractions;

import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import io.rollcall.DomainTest;
import io.rollcall.People;
import io.rollcall.Simultaneously;
import io.rollcall.TestClock;
import io.rollcall.audit.AuditEntry;
import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.user.HashingBusyException;
import io.rollcall.user.Passwords;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.Users;
import io.rollcall.user.WrongPasswordException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Sign-in and change of password: what a try costs, how it counts and what is written of it. */
@DomainTest
@Import({
    PasswordSignIn.class,
    PasswordChange.class,
    PasswordTries.class,
    TriedAccounts.class,
    SignInThrottle.class,
    Attempts.class
})
class PasswordTriesTests {

    private static final String PASSWORD = "a violet bicycle";
    private static final String NEW = "a green bicycle";
    private static final String HERE = "198.51.100.1";

    @Autowired
    private PasswordSignIn signIn;

    @Autowired
    private PasswordChange change;

    @Autowired
    private TriedAccounts accounts;

    @Autowired
    private Users users;

    @Autowired
    private People people;

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TestClock clock;

    @MockitoSpyBean
    private PasswordEncoder encoder;

    @MockitoSpyBean
    private Passwords passwords;

    @MockitoSpyBean
    private SignInThrottle throttle;

    private User ada;

    @BeforeEach
    void addAda() {
        ada = people.withPassword("Ada", Role.USER, PASSWORD);
        clock.advance(Duration.ofSeconds(1)); // so that what follows is newest
        clearInvocations(encoder);
    }

    @AfterEach
    void endRequest() {
        CurrentInstance.clearAll();
    }

    @Test
    @Tag("S66")
    void aFailedSignInIsOneHashOneCountAndOneEntryWithTheAddress() {
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> signIn("ada@example.com", "wrong", HERE));

        assertThat(hashes()).isEqualTo(1);
        assertThat(counts()).isEqualTo(1);
        assertThat(failures())
                .extracting(
                        AuditEntry::kind,
                        entry -> entry.actorId().isPresent(),
                        entry -> entry.subjectId().orElseThrow(),
                        entry -> entry.ip().orElseThrow())
                .containsExactly(tuple(AuditKind.SIGN_IN_FAILED, false, ada.id(), HERE));
    }

    @Test
    @Tag("S66")
    void aWrongCurrentPasswordIsOneHashOneCountAndOneEntryWithWhoAndTheAddress() {
        assertThatExceptionOfType(WrongPasswordException.class)
                .isThrownBy(() -> change.change(People.actor(ada), "wrong", NEW));

        assertThat(hashes()).isEqualTo(1);
        assertThat(counts()).isEqualTo(1);
        assertThat(failures())
                .extracting(
                        AuditEntry::kind,
                        entry -> entry.actorId().orElseThrow(),
                        entry -> entry.subjectId().orElseThrow(),
                        entry -> entry.ip().orElseThrow())
                .containsExactly(tuple(AuditKind.PASSWORD_CHANGE_FAILED, ada.id(), ada.id(), "203.0.113.9"));
    }

    @Test
    void whatSucceedsIsNoFailure() {
        for (var i = 0; i < 10; i++) {
            signIn("ada@example.com", PASSWORD, HERE);
        }
        change.change(People.actor(ada), PASSWORD, NEW);

        signIn("ada@example.com", NEW, HERE);
        assertThat(failures()).isEmpty();
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
        assertThatExceptionOfType(ThrottledException.class).isThrownBy(() -> signIn(ada.email(), PASSWORD, HERE));
        assertThat(hashes()).isZero();
        assertThat(failures()).hasSize(SignInThrottle.FREE_PER_ACCOUNT);
    }

    @Test
    @Tag("S71")
    void fifteenClicksInOneRequestAreOneTry() {
        var request = new MockHttpServletRequest();
        CurrentInstance.set(VaadinRequest.class, new VaadinServletRequest(request, null));
        for (var i = 0; i < 15; i++) {
            var guess = i == 14 ? PASSWORD : "guess " + i;
            assertThatExceptionOfType(WrongPasswordException.class)
                    .isThrownBy(() -> change.change(People.actor(ada), guess, NEW));
        }
        assertThat(hashes()).isEqualTo(1);
        assertThat(counts()).isEqualTo(1);

        // the next message of a socket has the attributes of the one before
        CurrentInstance.set(VaadinRequest.class, new VaadinServletRequest(request, null));
        change.change(People.actor(ada), PASSWORD, NEW);
        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> change.change(People.actor(ada), NEW, PASSWORD));
    }

    @Test
    @Tag("S57")
    void ofSixtyGuessesAtOnceNoMoreAreHashedThanAreFree() throws Exception {
        var guesses = IntStream.range(0, 60)
                .<Callable<Object>>mapToObj(i -> () -> signIn(ada.email(), "guess " + i, "192.0.2." + i))
                .toList();

        var outcomes = Simultaneously.<Object>run(guesses);

        assertThat(outcomes)
                .extracting(Simultaneously.Outcome::failure)
                .allSatisfy(failure ->
                        assertThat(failure).isInstanceOfAny(BadCredentialsException.class, ThrottledException.class));
        assertThat(hashes()).isEqualTo(SignInThrottle.FREE_PER_ACCOUNT);
        assertThat(failures()).hasSize(SignInThrottle.FREE_PER_ACCOUNT);
    }

    @Test
    @Tag("S56")
    void whatIsPutOffDoesNotCount() {
        doThrow(new HashingBusyException()).when(encoder).matches(any(), any());

        for (var i = 0; i < 10; i++) {
            assertThatExceptionOfType(PutOffException.class).isThrownBy(() -> signIn(ada.email(), "wrong", HERE));
            assertThatExceptionOfType(HashingBusyException.class)
                    .isThrownBy(() -> change.change(People.actor(ada), PASSWORD, NEW));
        }

        assertThat(counts()).isZero();
        assertThat(failures()).isEmpty();
    }

    @Test
    @Tag("S56")
    void whatThereIsNoRoomForCostsTheDatabaseNothing() {
        doThrow(new HashingBusyException()).when(passwords).requireRoom();

        assertThatExceptionOfType(PutOffException.class).isThrownBy(() -> signIn(ada.email(), PASSWORD, HERE));
        verifyNoInteractions(throttle);
        assertThat(hashes()).isZero();
    }

    @ParameterizedTest
    @Tag("S66")
    @ValueSource(strings = {"correct horse battery", "Nobody@Example.com", "nobody@example.com", "x", ""})
    void whatIsTypedForAnEmailThatNobodyHasIsKeptNowhere(String typed) {
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn(typed, "wrong", HERE));

        assertThat(failures())
                .extracting(AuditEntry::subjectId, AuditEntry::subject, AuditEntry::detail)
                .containsExactly(tuple(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(jdbc.queryForList("select * from sign_in_attempt"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("account").toString())
                        .as("one of 65,536 numbers")
                        .matches("-\\d{1,5}"));
    }

    @Test
    @Tag("S66")
    void emailsThatNobodyHasAreSlowedDownLikeOthersHoweverTheyAreWritten() {
        for (var i = 0; i < SignInThrottle.FREE_PER_ACCOUNT; i++) {
            var from = "192.0.2." + i;
            assertThat(catchThrowable(() -> signIn(" NOBODY@Example.com ", "wrong", from)))
                    .isInstanceOf(BadCredentialsException.class);
        }

        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> signIn("nobody@example.com", "wrong", HERE));
        assertThat(catchThrowable(() -> signIn("somebody.else@example.com", "wrong", HERE)))
                .isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void anAccountIsItsUserAndOthersAreSpreadOverManyNumbers() {
        assertThat(accounts.find(" ADA@Example.com").number()).isEqualTo(ada.id());
        var numbers = IntStream.range(0, 1000)
                .mapToObj(i -> accounts.find("person" + i + "@example.com").number())
                .toList();
        assertThat(numbers).allSatisfy(number -> assertThat(number).isBetween(-65_536L, -1L));
        assertThat(Set.copyOf(numbers)).hasSizeGreaterThan(950);
    }

    @Test
    void anOldPasswordThatWasBeingHashedWhenItChangedOpensNothing() {
        people.add("Bea", Role.USER);
        doAnswer(call -> {
                    jdbc.update("update app_user set password_hash = 'another' where id = ?", ada.id());
                    return true;
                })
                .when(encoder)
                .matches(any(), any());

        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn(ada.email(), PASSWORD, HERE));
    }

    private Object signIn(String email, String password, String ip) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(ip);
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(email, password);
        attempt.setDetails(new WebAuthenticationDetails(request));
        return signIn.authenticate(attempt);
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

    private List<AuditEntry> failures() {
        return audit.newest(0, 100).stream()
                .filter(entry ->
                        entry.kind() == AuditKind.SIGN_IN_FAILED || entry.kind() == AuditKind.PASSWORD_CHANGE_FAILED)
                .toList();
    }
}
