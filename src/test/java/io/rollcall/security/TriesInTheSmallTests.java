package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import io.rollcall.TestClock;
import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.user.Actor;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.GivenUser;
import io.rollcall.user.HashingBusyException;
import io.rollcall.user.Passwords;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.WrongPasswordException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.transaction.support.TransactionTemplate;

/** What tries at passwords cost and how they count, on both sides of each limit, over a database and nothing else. */
class TriesInTheSmallTests {

    private static final long ANNA = 7;
    private static final String HERE = "198.51.100.1";
    private static final String ELSEWHERE = "203.0.113.5";
    private static final String RIGHT = "a violet bicycle";

    private static final DriverManagerDataSource DATABASE =
            new DriverManagerDataSource("jdbc:h2:mem:tries;MODE=PostgreSQL;DB_CLOSE_DELAY=-1");

    private final User ada = GivenUser.of(ANNA, "Anna", new EmailAddress("anna@example.com"), Role.USER);
    private final Actor anna = new Actor(ANNA, "Anna", Role.USER, UUID.randomUUID(), HERE);
    private final TestClock clock = new TestClock();
    private final JdbcTemplate jdbc = new JdbcTemplate(DATABASE);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(DATABASE));
    private final Attempts attempts = new Attempts(jdbc);
    private final SignInThrottle throttle = new SignInThrottle(attempts, transaction, clock);
    private final Passwords passwords = mock(Passwords.class);
    private final AuditLog audit = mock(AuditLog.class);
    private final PasswordTries tries = new PasswordTries(passwords, throttle, audit, transaction);
    private final TriedAccounts accounts = new TriedAccounts(passwords, jdbc);
    private final PasswordSignIn signIn = new PasswordSignIn(passwords, accounts, tries);
    private final PasswordChange change = new PasswordChange(passwords, tries);

    @BeforeAll
    static void migrate() {
        Flyway.configure()
                .dataSource(DATABASE)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    @BeforeEach
    void annaHasAnAccount() {
        jdbc.update("delete from sign_in_attempt");
        when(passwords.account(anyString())).thenReturn(Optional.empty());
        when(passwords.account("anna@example.com")).thenReturn(Optional.of(ada));
        when(passwords.authenticate(anyString(), anyString())).thenReturn(Optional.empty());
        when(passwords.authenticate("anna@example.com", RIGHT)).thenReturn(Optional.of(ada));
    }

    @AfterEach
    void leave() {
        CurrentInstance.clearAll();
        Thread.interrupted();
    }

    @Test
    @Tag("S66")
    void fiveFailuresOfAnAccountAreFreeAndEachOneMoreDoublesTheWait() {
        fail(5, ANNA, null);
        for (var seconds = 1; seconds <= 256; seconds *= 2) {
            assertThat(waitFor(ANNA, null)).isEqualTo(Duration.ofSeconds(seconds));
            clock.advance(Duration.ofSeconds(seconds));
            begin(ANNA, null);
        }
        assertThat(waitFor(ANNA, null)).as("the longest").isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    @Tag("S66")
    void twentyFailuresOfANetworkAreFree() {
        for (var i = 0; i < 20; i++) {
            begin(100 + i, HERE);
        }
        assertThat(waitFor(ANNA, HERE)).isEqualTo(Duration.ofSeconds(1));
        begin(ANNA, ELSEWHERE);
    }

    @Test
    @Tag("S66")
    void failuresWithoutAnAddressAreNobodysNetwork() {
        for (var i = 0; i < 30; i++) {
            begin(100 + i, null);
        }
        throttle.succeeded(begin(ANNA, null));
        fail(5, ANNA, ELSEWHERE);
        assertThat(waitFor(ANNA, null)).as("and none is known").isPositive();
    }

    @Test
    @Tag("S66")
    void failuresCountForFifteenMinutes() {
        fail(5, ANNA, null);
        clock.advance(Duration.ofMinutes(15).minusSeconds(1));
        begin(ANNA, null);
        clock.advance(Duration.ofSeconds(1));
        fail(4, ANNA, null);
        assertThat(waitFor(ANNA, null)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    @Tag("S66")
    void aNetworkThatSignedInIsKnownForNinetyDaysAndOthersGuessesDoNotCountThere() {
        throttle.succeeded(begin(ANNA, HERE));
        clock.advance(Duration.ofDays(90).minusSeconds(1));
        fail(5, ANNA, ELSEWHERE);
        begin(ANNA, HERE);
        fail(4, ANNA, HERE);
        assertThat(waitFor(ANNA, HERE)).as("its own do").isPositive();
        clock.advance(Duration.ofDays(90));
        fail(5, ANNA, ELSEWHERE);
        assertThat(waitFor(ANNA, HERE)).as("it is forgotten").isPositive();
    }

    @Test
    @Tag("S66")
    void inASessionOnlyGuessesInSessionsAndFromThereCount() {
        fail(5, ANNA, ELSEWHERE);
        for (var i = 0; i < 5; i++) {
            throttle.begin(account(ANNA), "192.0.2." + i, true);
        }
        assertThatExceptionOfType(ThrottledException.class).isThrownBy(() -> throttle.begin(account(ANNA), HERE, true));
    }

    @Test
    void whatIsTooOldToCountIsThrownAway() {
        begin(ANNA, HERE);
        throttle.succeeded(begin(ANNA, HERE));
        clock.advance(Duration.ofMinutes(15));
        throttle.purge();
        assertThat(rows()).isEqualTo(2);
        clock.advance(Duration.ofSeconds(1));
        throttle.purge();
        assertThat(rows()).isEqualTo(1);
        clock.advance(Duration.ofDays(90));
        throttle.purge();
        assertThat(rows()).isZero();
    }

    @Test
    @Tag("S55")
    void whatIsStillToComeCountsAsNowUnlessAClockOnlyTicksAhead() {
        clock.advance(Duration.ofHours(3));
        fail(5, ANNA, HERE);
        clock.reset();
        assertThat(waitFor(ANNA, HERE)).isEqualTo(Duration.ofSeconds(1));
        assertThat(attempts.latest()).contains(TestClock.START);

        clock.advance(Duration.ofSeconds(1));
        begin(ANNA, HERE);
        clock.reset();
        assertThat(waitFor(ANNA, HERE)).isEqualTo(Duration.ofSeconds(2));
        assertThat(attempts.latest()).contains(TestClock.START.plusSeconds(1));
    }

    @Test
    @Tag("S57")
    void triesAreCountedUnderTheLocksOfTheirAccountAndNetworkAndOfTheTimes() {
        var spied = new SpiedAttempts(jdbc);
        var counting = new SignInThrottle(spied, transaction, clock);
        counting.begin(account(ANNA), HERE, false);
        assertThat(spied.locked).isEqualTo(1);
        assertThat(spied.lockedTimes).isZero();
        clock.set(TestClock.START.minusSeconds(60));
        counting.begin(account(ANNA), HERE, false);
        assertThat(spied.lockedTimes).isEqualTo(1);
        assertThat(spied.slots("select slot from sign_in_lock")).contains(0, 63, 64);
    }

    @Test
    @Tag("S66")
    void theRightPasswordSignsInAndIsNoFailure() {
        for (var i = 0; i < 10; i++) {
            assertThat(signIn("anna@example.com", RIGHT).getName()).isEqualTo("anna@example.com");
        }
        verifyNoInteractions(audit);
        verify(passwords, times(10)).requireRoom();
    }

    @Test
    @Tag("S66")
    void aWrongPasswordIsOneCountAndOneEntryWithTheAddress() {
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> signIn("anna@example.com", "no"));

        assertThat(rows()).isEqualTo(1);
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
        assertThatExceptionOfType(PutOffException.class).isThrownBy(() -> signIn("anna@example.com", RIGHT));
        assertThat(rows()).isZero();

        doThrow(new QueryTimeoutException("away")).when(passwords).account(anyString());
        assertThatExceptionOfType(PutOffException.class).isThrownBy(() -> signIn("anna@example.com", RIGHT));
        verifyNoInteractions(audit);
    }

    @Test
    @Tag("S56")
    void whatThereIsNoRoomForCostsNothingAndHoldsNobodyUp() {
        doThrow(new HashingBusyException()).when(passwords).requireRoom();
        for (var i = 0; i < 4; i++) {
            assertThatExceptionOfType(PutOffException.class).isThrownBy(() -> signIn("anna@example.com", RIGHT));
        }
        verify(passwords, never()).authenticate(any(), any());
        assertThat(rows()).isZero();
    }

    @Test
    void whoeverIsInterruptedWhileWaitingStaysSo() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(PutOffException.class).isThrownBy(() -> signIn("anna@example.com", RIGHT));
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
        assertThat(jdbc.queryForObject("select count(*) from sign_in_attempt where signed_in", Integer.class))
                .isEqualTo(1);
    }

    @Test
    @Tag("S71")
    void whatOneRequestWasAnsweredIsTheAnswerToAllItsClicks() {
        var request = new MockHttpServletRequest();
        CurrentInstance.set(VaadinRequest.class, new VaadinServletRequest(request, null));
        doThrow(new WrongPasswordException()).when(passwords).change(any(), any(), any());
        for (var i = 0; i < 3; i++) {
            assertThatExceptionOfType(WrongPasswordException.class).isThrownBy(() -> change.change(anna, "no", "new"));
        }
        verify(passwords).change(any(), any(), any());

        CurrentInstance.set(VaadinRequest.class, new VaadinServletRequest(request, null));
        org.mockito.Mockito.doNothing().when(passwords).change(any(), any(), any());
        change.change(anna, RIGHT, "new");
        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> change.change(anna, RIGHT, "new"))
                .satisfies(e -> assertThat(e.waitFor()).isEqualTo(Duration.ofSeconds(1)));
    }

    private org.springframework.security.core.Authentication signIn(String email, String password) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(HERE);
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(email, password);
        attempt.setDetails(new WebAuthenticationDetails(request));
        return signIn.authenticate(attempt);
    }

    private void fail(int times, long account, String ip) {
        for (var i = 0; i < times; i++) {
            begin(account, ip);
        }
    }

    private long begin(long account, String ip) {
        return throttle.begin(account(account), ip, false);
    }

    private Duration waitFor(long account, String ip) {
        return catchThrowableOfType(ThrottledException.class, () -> begin(account, ip))
                .waitFor();
    }

    private int rows() {
        return jdbc.queryForObject("select count(*) from sign_in_attempt", Integer.class);
    }

    private static TriedAccount account(long number) {
        return new TriedAccount(number, AuditLog.Party.NOBODY);
    }

    private static final class SpiedAttempts extends Attempts {

        private final JdbcTemplate jdbc;
        private int locked;
        private int lockedTimes;

        private SpiedAttempts(JdbcTemplate jdbc) {
            super(jdbc);
            this.jdbc = jdbc;
        }

        @Override
        void lock(long account, String network) {
            locked++;
            super.lock(account, network);
        }

        @Override
        void lockTimes() {
            lockedTimes++;
            super.lockTimes();
        }

        private java.util.List<Integer> slots(String sql) {
            return jdbc.queryForList(sql, Integer.class);
        }
    }
}
