package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.vaadin.flow.server.VaadinServletRequest;
import io.rollcall.CurrentVaadin;
import io.rollcall.TestClock;
import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.user.Actor;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.GivenUser;
import io.rollcall.user.HashingBusyException;
import io.rollcall.user.Passwords;
import io.rollcall.user.Role;
import io.rollcall.user.SessionId;
import io.rollcall.user.User;
import io.rollcall.user.UserId;
import io.rollcall.user.WrongPasswordException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.support.TransactionTemplate;

/** What tries at passwords cost and what is written of them, at sign-in and at a change, over a database and nothing else. */
class TriesInTheSmallTests {

    private static final long ANNA = 7;
    private static final String HERE = "198.51.100.1";
    private static final String ELSEWHERE = "203.0.113.5";
    private static final String RIGHT = "a violet bicycle";

    private final User ada = GivenUser.of(ANNA, "Anna", new EmailAddress("anna@example.com"), Role.USER);
    private final Actor anna = new Actor(new UserId(ANNA), "Anna", Role.USER, new SessionId(UUID.randomUUID()), HERE);
    private final TestClock clock = new TestClock();
    private final TriesInMemory database = TriesInMemory.empty();
    private final JdbcTemplate jdbc = database.jdbc();
    private final TransactionTemplate transaction = database.transaction();
    private final Attempts attempts = new Attempts(jdbc);
    private final SignInThrottle throttle = new SignInThrottle(attempts, transaction, clock);
    private final Guesses guesses = new Guesses(throttle, jdbc);
    private final Passwords passwords = withOnePlace();
    private final AuditLog audit = mock(AuditLog.class);
    private final PasswordTries tries = new PasswordTries(passwords, throttle, audit, transaction);
    private final TriedAccounts accounts = new TriedAccounts(passwords, jdbc);
    private final PasswordSignIn signIn = new PasswordSignIn(passwords, accounts, tries);
    private final PasswordChange change = new PasswordChange(passwords, tries);

    @BeforeEach
    void annaHasAnAccount() {
        when(passwords.account(anyString())).thenReturn(Optional.empty());
        when(passwords.account("anna@example.com")).thenReturn(Optional.of(ada));
        when(passwords.authenticate(anyString(), anyString())).thenReturn(Optional.empty());
        when(passwords.authenticate("anna@example.com", RIGHT)).thenReturn(Optional.of(ada));
    }

    @AfterEach
    void leave() {
        CurrentVaadin.clear();
        Thread.interrupted();
    }

    @Test
    @Tag("S66")
    void theRightPasswordSignsInAndIsNoFailure() {
        for (var i = 0; i < 10; i++) {
            assertThat(signIn("anna@example.com", RIGHT).getName()).isEqualTo("anna@example.com");
        }
        verifyNoInteractions(audit);
    }

    @Test
    @Tag("S66")
    void aWrongPasswordIsOneCountAndOneEntryWithTheAddress() {
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn("anna@example.com", "no"));

        assertThat(guesses.rows()).isEqualTo(1);
        assertThat(triesOfSignedIn()).isZero();
        verify(audit).append(AuditKind.SIGN_IN_FAILED, AuditLog.Party.NOBODY, ada.party(), HERE, null);
    }

    @Test
    void whoeverComesFromNoAddressIsWrittenWithout() {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated("anna@example.com", "no");
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn.authenticate(attempt));
        verify(audit).append(AuditKind.SIGN_IN_FAILED, AuditLog.Party.NOBODY, ada.party(), null, null);
    }

    @Test
    @Tag("S66")
    void whatNobodyHasIsOneOf65536NegativeNumbersHoweverItIsWritten() {
        assertThat(accounts.find("anna@example.com").number()).isEqualTo(ANNA);
        var numbers = IntStream.range(0, 1000)
                .mapToObj(i -> accounts.find("person" + i + "@example.com").number())
                .collect(Collectors.toSet());
        assertThat(numbers).hasSizeGreaterThan(950).allMatch(number -> number <= -1 && number >= -65_536);
        assertThat(accounts.find("person1@example.com").party()).isEqualTo(AuditLog.Party.NOBODY);
        var number = accounts.find(" X Y ").number();
        assertThat(accounts.find("x y").number()).isEqualTo(number);
        assertThat(new TriedAccounts(passwords, jdbc).find("x y").number())
                .as("on any node")
                .isEqualTo(number);
    }

    @ParameterizedTest
    @Tag("S71")
    @CsvSource({"1023, 1023", "1024, 1024", "1025, 1024"})
    void noMoreOfWhatIsTypedIsLookedAtThanAPasswordMayHave(int typed, int seen) {
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> signIn("e".repeat(typed), "p".repeat(typed)));
        verify(passwords).authenticate("e".repeat(seen), "p".repeat(seen));
    }

    @Test
    @Tag("S56")
    void whatIsPutOffDoesNotCount() {
        when(passwords.authenticate(anyString(), anyString())).thenThrow(new HashingBusyException());
        assertThatExceptionOfType(AuthenticationServiceException.class)
                .isThrownBy(() -> signIn("anna@example.com", RIGHT));
        assertThat(guesses.rows()).isZero();

        doThrow(new QueryTimeoutException("away")).when(passwords).account(anyString());
        assertThatExceptionOfType(AuthenticationServiceException.class)
                .isThrownBy(() -> signIn("anna@example.com", RIGHT));
        verifyNoInteractions(audit);
    }

    @Test
    @Tag("S56")
    void whatThereIsNoPlaceForCostsNothing() {
        when(passwords.authenticate("anna@example.com", "meanwhile")).thenAnswer(call -> {
            assertThatExceptionOfType(AuthenticationServiceException.class)
                    .isThrownBy(() -> signIn("bea@example.com", RIGHT));
            return Optional.of(ada);
        });
        signIn("anna@example.com", "meanwhile");
        verify(passwords, never()).account("bea@example.com");
        assertThat(guesses.rows()).isEqualTo(1);
    }

    @Test
    void whoeverIsInterruptedWhileWaitingStaysSo() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(AuthenticationServiceException.class)
                .isThrownBy(() -> signIn("anna@example.com", RIGHT));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    @Tag("S66")
    void aChangeWithTheRightPasswordIsNoFailure() {
        change.change(anna, RIGHT, "a green bicycle");
        verify(passwords).change(anna, RIGHT, "a green bicycle");
        verifyNoInteractions(audit);
    }

    @Test
    @Tag("S66")
    void aWrongCurrentPasswordIsWrittenWithWhoAndWhere() {
        doThrow(new WrongPasswordException()).when(passwords).change(any(), any(), any());
        assertThatExceptionOfType(WrongPasswordException.class).isThrownBy(() -> change.change(anna, "no", "new"));

        verify(audit).append(AuditKind.PASSWORD_CHANGE_FAILED, anna.party(), anna.party(), HERE, null);
        assertThat(triesOfSignedIn()).isEqualTo(1);
    }

    @Test
    @Tag("S71")
    void whatOneRequestWasAnsweredIsTheAnswerToAllItsClicks() {
        var request = new MockHttpServletRequest();
        CurrentVaadin.request(new VaadinServletRequest(request, null));
        doThrow(new WrongPasswordException()).when(passwords).change(any(), any(), any());
        for (var i = 0; i < 3; i++) {
            assertThatExceptionOfType(WrongPasswordException.class).isThrownBy(() -> change.change(anna, "no", "new"));
        }
        verify(passwords).change(any(), any(), any());

        CurrentVaadin.request(new VaadinServletRequest(request, null));
        org.mockito.Mockito.doNothing().when(passwords).change(any(), any(), any());
        change.change(anna, RIGHT, "new");
        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> change.change(anna, RIGHT, "new"))
                .satisfies(e -> assertThat(e.waitFor()).isEqualTo(Duration.ofSeconds(1)));
    }

    private Authentication signIn(String email, String password) {
        return new SignInForm(signIn).signIn(email, password, HERE);
    }

    private static Passwords withOnePlace() {
        var passwords = mock(Passwords.class);
        when(passwords.atOnce()).thenReturn(1);
        return passwords;
    }

    private int triesOfSignedIn() {
        return jdbc.queryForObject("select count(*) from sign_in_attempt where signed_in", Integer.class);
    }
}
