package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.rollcall.DomainTest;
import io.rollcall.Patience;
import io.rollcall.People;
import io.rollcall.Simultaneously;
import io.rollcall.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

@DomainTest
class InvitationsTests {

    private static final String PASSWORD = "a violet bicycle";
    private static final String IP = "203.0.113.8";

    @Autowired
    private Invitations invitations;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Users users;

    @Autowired
    private People people;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionOperations transaction;

    private User ada;
    private Actor olivia;
    private String secret;

    @BeforeEach
    void invite() {
        ada = people.add("Ada", Role.USER);
        olivia = People.actor(people.owner());
        secret = invitations.issue(olivia, ada.id()).orElseThrow();
    }

    @Test
    void aLinkWorksOnce() {
        assertThat(invitations.invited(secret)).contains(ada);
        assertThat(invitations.accept(secret, PASSWORD, IP)).contains(ada);

        assertThat(passwords.authenticate(ada.email(), PASSWORD)).contains(ada);
        assertThat(invitations.invited(secret)).isEmpty();
        assertThat(invitations.accept(secret, "another bicycle", IP)).isEmpty();
        assertThat(passwords.authenticate(ada.email(), PASSWORD)).contains(ada);
    }

    @RepeatedTest(5)
    void ofTwoWhoUseALinkAtOnceOneIsLetIn() throws Exception {
        Callable<Optional<User>> accept = () -> invitations.accept(secret, PASSWORD, IP);
        assertThat(Simultaneously.run(List.of(accept, accept, accept)))
                .filteredOn(
                        outcome -> outcome.value() != null && outcome.value().isPresent())
                .hasSize(1);
    }

    @Test
    void aLinkIsValidForSevenDaysToTheMillisecond() {
        clock.advance(Duration.ofDays(7).minusMillis(1));
        assertThat(invitations.invited(secret)).contains(ada);
        clock.advance(Duration.ofMillis(1));
        assertThat(invitations.invited(secret)).isEmpty();
        assertThat(invitations.accept(secret, PASSWORD, IP)).isEmpty();
    }

    @Test
    void aNewLinkReplacesTheOneBefore() {
        var second = invitations.issue(olivia, ada.id()).orElseThrow();
        assertThat(invitations.invited(secret)).isEmpty();
        assertThat(invitations.invited(second)).contains(ada);
    }

    @Test
    void aRefusedPasswordDoesNotUseTheLinkUp() {
        assertThatIllegalArgumentException().isThrownBy(() -> invitations.accept(secret, "short", IP));
        assertThat(invitations.accept(secret, PASSWORD, IP)).contains(ada);
    }

    @Test
    void theLinkOfADisabledAccountLeadsNowhere() {
        users.disable(People.SOMEBODY, ada.id());
        assertThat(invitations.invited(secret)).isEmpty();
        assertThat(invitations.accept(secret, PASSWORD, IP)).isEmpty();
    }

    @Test
    void usingALinkNeverUndoesADisablingAtTheSameMoment() throws Exception {
        var accept = new FutureTask<>(() -> invitations.accept(secret, PASSWORD, IP));
        var thread = new Thread(accept);
        transaction.executeWithoutResult(tx -> {
            users.disable(People.SOMEBODY, ada.id());
            thread.start();
            // It waits for the row that this transaction has locked.
            await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        });
        assertThat(accept.get(Patience.LIMIT.toMillis(), TimeUnit.MILLISECONDS)).isEmpty();
        assertThat(users.current(ada.id()).orElseThrow().isEnabled()).isFalse();
        assertThat(jdbc.queryForObject(
                        "select enabled from app_user where id = ?",
                        Boolean.class,
                        ada.id().value()))
                .isFalse();
    }

    @Test
    void theSecretIsNotStored() {
        assertThat(jdbc.queryForObject("select secret_hash from invitation", byte[].class))
                .isEqualTo(LinkSecret.hash(secret))
                .hasSize(32);
        assertThat(secret).hasSize(43);
    }

    @Test
    void junkIsNobodysLink() {
        for (var junk : List.of("", " ", "x".repeat(100_000), "\u0000", secret + "=", secret.toLowerCase())) {
            assertThat(invitations.invited(junk)).isEmpty();
            assertThat(invitations.accept(junk, PASSWORD, IP)).isEmpty();
        }
    }

    @Test
    @Tag("S33")
    void aLockedOutOwnerIsLetInAgainFromTheConsole() {
        var owner = people.withPassword("Olga", Role.ACCOUNT_OWNER, PASSWORD);
        people.add("Second Owner", Role.ACCOUNT_OWNER);
        users.disable(People.SOMEBODY, owner.id());
        assertThat(users.current(owner.id()).orElseThrow().isEnabled()).isFalse();

        var link = invitations.issueForOwner(new EmailAddress(owner.email())).orElseThrow();

        assertThat(users.current(owner.id()).orElseThrow().isEnabled()).isTrue();
        assertThat(passwords.authenticate(owner.email(), PASSWORD)).isPresent();
        invitations.accept(link, "a green bicycle", IP);
        assertThat(passwords.authenticate(owner.email(), PASSWORD)).isEmpty();
        assertThat(passwords.authenticate(owner.email(), "a green bicycle")).contains(owner);
    }

    @Test
    @Tag("S33")
    void nobodyButAnOwnerIsLetInFromTheConsole() {
        assertThat(invitations.issueForOwner(new EmailAddress(ada.email()))).isEmpty();
        assertThat(invitations.issueForOwner(new EmailAddress("nobody@example.com")))
                .isEmpty();
    }
}
