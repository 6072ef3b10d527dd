package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.rollcall.DomainTest;
import io.rollcall.People;
import io.rollcall.Simultaneously;
import io.rollcall.TestClock;
import io.rollcall.audit.AuditEntry;
import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** What a one-time link does not outlive: each change, for each kind of link. */
@DomainTest
@Tag("S62")
class OneTimeLinkTests {

    private static final String PASSWORD = "a violet bicycle";
    private static final String CHOSEN = "a green bicycle";
    private static final String IP = "203.0.113.8";

    /** Who issued it, and for whom. */
    private enum Kind {
        BY_OWNER,
        BY_OWNER_FOR_AN_OWNER,
        BY_MANAGER,
        AT_THE_CONSOLE
    }

    private interface Change {
        void happen(OneTimeLinkTests test);
    }

    @Autowired
    private Invitations invitations;

    @Autowired
    private InvitationSweeper sweeper;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Users users;

    @Autowired
    private AuditLog audit;

    @Autowired
    private People people;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionOperations transaction;

    /** Who makes the changes, and is no issuer. */
    private Actor boss;

    private User issuer;
    private User account;
    private String token;

    @BeforeEach
    void aBoss() {
        boss = People.actor(people.add("Bo Boss", Role.ACCOUNT_OWNER));
    }

    private void issue(Kind kind) {
        issuer = people.add("Ina Issuer", kind == Kind.BY_MANAGER ? Role.BILLING_MANAGER : Role.ACCOUNT_OWNER);
        account = switch (kind) {
            case BY_OWNER, BY_MANAGER -> people.withPassword("Ada", Role.USER, PASSWORD);
            case BY_OWNER_FOR_AN_OWNER, AT_THE_CONSOLE -> people.withPassword("Ada", Role.ACCOUNT_OWNER, PASSWORD);
        };
        token = switch (kind) {
            case BY_OWNER, BY_OWNER_FOR_AN_OWNER, BY_MANAGER ->
                invitations.issue(People.actor(issuer), account.id()).orElseThrow();
            case AT_THE_CONSOLE ->
                invitations.issueForOwner(account.profile().email()).orElseThrow();
        };
    }

    static Stream<Arguments> ends() {
        return everyKindWith(Stream.of(
                new Named("another role", t -> t.becomes(t.account, Role.BILLING_MANAGER)),
                new Named("another role and back", t -> {
                    var before = t.account.role();
                    t.becomes(t.account, Role.CUSTOMER);
                    t.becomes(t.account, before);
                }),
                new Named("another email", t -> t.isReachedBy(t.account, "right@example.com")),
                new Named("another email and back", t -> {
                    t.isReachedBy(t.account, "right@example.com");
                    t.isReachedBy(t.account, "ada@example.com");
                }),
                new Named("disabled", t -> t.users.disable(t.boss, t.account.id())),
                new Named("disabled and enabled again", t -> {
                    t.users.disable(t.boss, t.account.id());
                    t.users.enable(t.boss, t.account.id());
                }),
                new Named(
                        "the person's own new password",
                        t -> t.passwords.change(People.actor(t.account), PASSWORD, "a yellow bicycle")),
                new Named("a newer link", t -> t.invitations.issue(t.boss, t.account.id())),
                new Named("its use", t -> t.invitations.accept(t.token, "a yellow bicycle", IP)),
                new Named("seven days", t -> t.clock.advance(Duration.ofDays(7)))));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void aLinkDoesNotOutlive(Kind kind, Change change) {
        issue(kind);
        change.happen(this);
        assertGone();
    }

    static Stream<Arguments> endsWithItsIssuer() {
        return Stream.of(
                argumentSet("an owner who is disabled", Kind.BY_OWNER, disabling()),
                argumentSet("an owner who becomes a user", Kind.BY_OWNER, becoming(Role.USER)),
                argumentSet("an owner who becomes a customer", Kind.BY_OWNER, becoming(Role.CUSTOMER)),
                argumentSet("of an owner: one who is disabled", Kind.BY_OWNER_FOR_AN_OWNER, disabling()),
                argumentSet(
                        "of an owner: one who becomes a manager",
                        Kind.BY_OWNER_FOR_AN_OWNER,
                        becoming(Role.BILLING_MANAGER)),
                argumentSet("a manager who is disabled", Kind.BY_MANAGER, disabling()),
                argumentSet("one who is disabled and enabled again", Kind.BY_MANAGER, (Change) t -> {
                    t.users.disable(t.boss, t.issuer.id());
                    t.users.enable(t.boss, t.issuer.id());
                }),
                argumentSet("one who becomes a user and a manager again", Kind.BY_MANAGER, (Change) t -> {
                    t.becomes(t.issuer, Role.USER);
                    t.becomes(t.issuer, Role.BILLING_MANAGER);
                }),
                argumentSet(
                        "of an owner: one who becomes a manager and an owner again",
                        Kind.BY_OWNER_FOR_AN_OWNER,
                        (Change) t -> {
                            t.becomes(t.issuer, Role.BILLING_MANAGER);
                            t.becomes(t.issuer, Role.ACCOUNT_OWNER);
                        }),
                argumentSet("a manager who becomes a user", Kind.BY_MANAGER, becoming(Role.USER)));
    }

    @ParameterizedTest
    @MethodSource("endsWithItsIssuer")
    void aLinkDoesNotOutliveItsIssuersRightToIssueIt(Kind kind, Change change) {
        issue(kind);
        change.happen(this);
        assertGone();
    }

    static Stream<Arguments> doesNotTouch() {
        return everyKindWith(Stream.of(
                new Named("nothing", t -> {}),
                new Named("another name", t -> t.edit(t.account, "Ada King", t.account.email(), t.account.role())),
                new Named("enabling what is enabled", t -> t.users.enable(t.boss, t.account.id())),
                new Named("the issuer's other email", t -> t.isReachedBy(t.issuer, "issuer@example.com")),
                new Named("the issuer's promotion", t -> t.becomes(t.issuer, Role.ACCOUNT_OWNER)),
                new Named("another person's link", t -> t.invitations.issue(t.boss, t.issuer.id())),
                new Named(
                        "seven days but a moment",
                        t -> t.clock.advance(Duration.ofDays(7).minusMillis(1)))));
    }

    @ParameterizedTest
    @MethodSource("doesNotTouch")
    void aLinkStaysGoodAfter(Kind kind, Change change) {
        issue(kind);
        change.happen(this);
        sweeper.sweep();
        assertThat(invitations.invited(token)).contains(account);
        assertThat(invitations.accept(token, CHOSEN, IP)).contains(account);
    }

    @Test
    void anOwnersLinkForAUserOutlivesTheOwnersBecomingAManager() {
        issue(Kind.BY_OWNER);
        becomes(issuer, Role.BILLING_MANAGER);
        assertThat(invitations.accept(token, CHOSEN, IP)).contains(account);
    }

    @Test
    void nothingIsLeftOfALinkWhoseIssuerHasNoAccount() {
        issue(Kind.BY_OWNER);
        assertThat(jdbc.queryForObject("select issued_by from invitation", Long.class))
                .isEqualTo(issuer.id());
        var link = new Invitation(account, 987_654_321L, token, clock.instant());
        assertThat(link.isGood(account, null, clock.instant())).isFalse();
        assertThat(link.isGood(account, issuer, clock.instant()))
                .as("by somebody else")
                .isFalse();
        assertThat(new Invitation(issuer, null, token, clock.instant()).isGood(account, null, clock.instant()))
                .as("for somebody else")
                .isFalse();
    }

    /** Tried: a Billing Manager issues a link for a User, who is promoted; the link made an Account Owner of its holder. */
    @Test
    @Tag("S20")
    void aBillingManagerDoesNotBecomeAnOwnerByALinkFromBefore() {
        issue(Kind.BY_MANAGER);
        becomes(account, Role.ACCOUNT_OWNER);
        assertGone();
        assertThat(passwords.authenticate(account.email(), CHOSEN)).isEmpty();
        assertThat(passwords.authenticate(account.email(), PASSWORD)).isPresent();
    }

    static Stream<Arguments> racing() {
        return Stream.of(
                argumentSet("the account's promotion", Kind.BY_MANAGER, (Change)
                        t -> t.becomes(t.account, Role.ACCOUNT_OWNER)),
                argumentSet("the account's disabling", Kind.BY_MANAGER, (Change)
                        t -> t.users.disable(t.boss, t.account.id())),
                argumentSet("the manager's demotion", Kind.BY_MANAGER, becoming(Role.USER)),
                argumentSet("the manager's disabling", Kind.BY_MANAGER, disabling()),
                argumentSet("the owner's demotion", Kind.BY_OWNER, becoming(Role.USER)),
                argumentSet("the account's other email", Kind.AT_THE_CONSOLE, (Change)
                        t -> t.isReachedBy(t.account, "right@example.com")),
                argumentSet(
                        "the account's demotion", Kind.AT_THE_CONSOLE, (Change) t -> t.becomes(t.account, Role.USER)));
    }

    @ParameterizedTest
    @MethodSource("racing")
    void aLinkThatIsUsedInTheMomentOfAChangeWaitsForItAndIsGone(Kind kind, Change change) throws Exception {
        issue(kind);
        var accept = new FutureTask<>(() -> invitations.accept(token, CHOSEN, IP));
        var thread = new Thread(accept);
        transaction.executeWithoutResult(tx -> {
            change.happen(this);
            thread.start();
            await().until(() -> isWaitingForARow(thread));
        });
        assertThat(accept.get(30, TimeUnit.SECONDS)).isEmpty();
        var email = users.current(account.id()).orElseThrow().email();
        assertThat(passwords.authenticate(email, CHOSEN)).isEmpty();
    }

    @RepeatedTest(10)
    void whoeverUsesALinkHasDoneSoBeforeThePromotionOrNotAtAll() throws Exception {
        issue(Kind.BY_MANAGER);
        Callable<Boolean> accept = () -> invitations.accept(token, CHOSEN, IP).isPresent();
        Callable<Boolean> promote = () -> {
            becomes(account, Role.ACCOUNT_OWNER);
            return true;
        };
        var outcomes = Simultaneously.run(List.of(accept, promote));
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
        var order = audit.newest(0, 2).reversed().stream().map(AuditEntry::kind).toList();
        if (outcomes.getFirst().value()) {
            assertThat(order).containsExactly(AuditKind.PASSWORD_CHANGED, AuditKind.USER_EDITED);
        } else {
            assertThat(order).containsExactly(AuditKind.INVITATION_ISSUED, AuditKind.USER_EDITED);
        }
    }

    @RepeatedTest(10)
    void usingLinksIssuingThemAndEditingAtOnceBlocksNobody() throws Exception {
        issue(Kind.BY_OWNER_FOR_AN_OWNER);
        Callable<?> accept = () -> invitations.accept(token, CHOSEN, IP);
        Callable<?> issue = () -> invitations.issue(People.actor(account), issuer.id());
        Callable<?> demote = () -> edit(issuer, "Ina", issuer.email(), Role.BILLING_MANAGER);
        Callable<?> correct = () -> edit(account, "Ada", "right@example.com", Role.ACCOUNT_OWNER);
        assertThat(Simultaneously.run(List.of(accept, issue, demote, correct)))
                .allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
    }

    @Test
    @Tag("S55")
    void aLinkIssuedWhileTheClockRanAheadIsGoodForSevenDaysFromWhenItIsRight() {
        clock.advance(Duration.ofDays(400));
        issue(Kind.BY_OWNER);
        clock.reset();
        sweeper.sweep();
        clock.advance(Duration.ofDays(7).minusMillis(1));
        sweeper.sweep();
        assertThat(invitations.invited(token)).contains(account);
        clock.advance(Duration.ofMillis(1));
        assertGone();
    }

    @Test
    void aLinkWhoseTimeIsOverIsForgotten() {
        issue(Kind.BY_OWNER);
        clock.advance(Duration.ofDays(7).minusMillis(1));
        sweeper.sweep();
        assertThat(jdbc.queryForObject("select count(*) from invitation", Integer.class))
                .isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        sweeper.sweep();
        assertThat(jdbc.queryForObject("select count(*) from invitation", Integer.class))
                .isZero();
    }

    private void assertGone() {
        assertThat(invitations.invited(token)).isEmpty();
        assertThat(invitations.accept(token, CHOSEN, IP)).isEmpty();
    }

    private record Named(String name, Change change) {}

    private static Stream<Arguments> everyKindWith(Stream<Named> changes) {
        return changes.flatMap(named ->
                Stream.of(Kind.values()).map(kind -> argumentSet(kind + ": " + named.name, kind, named.change)));
    }

    private static Change disabling() {
        return t -> t.users.disable(t.boss, t.issuer.id());
    }

    private static Change becoming(Role role) {
        return t -> t.becomes(t.issuer, role);
    }

    private void becomes(User user, Role role) {
        var now = users.current(user.id()).orElseThrow();
        edit(now, now.name(), now.email(), role);
    }

    private void isReachedBy(User user, String email) {
        var now = users.current(user.id()).orElseThrow();
        edit(now, now.name(), email, now.role());
    }

    private Optional<Edited> edit(User seen, String name, String email, Role role) {
        return users.edit(boss, seen.id(), People.edit(seen, name, new EmailAddress(email), role));
    }

    private boolean isWaitingForARow(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING // H2
                || thread.getState() == Thread.State.RUNNABLE && waitsInPostgres();
    }

    private boolean waitsInPostgres() {
        return isPostgres()
                && jdbc.queryForObject("select count(*) from pg_locks where not granted", Integer.class) > 0;
    }

    private boolean isPostgres() {
        return "PostgreSQL".equals(jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName()));
    }
}
