package io.rollcall.user;

import static io.rollcall.user.IssuedLink.CHOSEN;
import static io.rollcall.user.IssuedLink.IP;
import static io.rollcall.user.IssuedLink.becoming;
import static io.rollcall.user.IssuedLink.disabling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.rollcall.DomainTest;
import io.rollcall.Patience;
import io.rollcall.People;
import io.rollcall.Simultaneously;
import io.rollcall.audit.AuditEntry;
import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.cluster.Database;
import io.rollcall.user.IssuedLink.Change;
import io.rollcall.user.IssuedLink.Kind;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** What becomes of a one-time link that is used in the moment in which something else is changed. */
@DomainTest
@Tag("S62")
class OneTimeLinkRaceTests {

    @Autowired
    private ApplicationContext rooms;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Users users;

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Database database;

    @Autowired
    private TransactionOperations transaction;

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
        var issued = new IssuedLink(rooms, kind);
        var accept = new FutureTask<>(() -> invitations.accept(issued.secret, CHOSEN, IP));
        var thread = new Thread(accept);
        transaction.executeWithoutResult(tx -> {
            change.happen(issued);
            thread.start();
            await().until(() -> isWaitingForARow(thread));
        });
        assertThat(accept.get(Patience.LIMIT.toMillis(), TimeUnit.MILLISECONDS)).isEmpty();
        var email = users.current(issued.account.id()).orElseThrow().email();
        assertThat(passwords.authenticate(email, CHOSEN)).isEmpty();
    }

    @RepeatedTest(10)
    void whoeverUsesALinkHasDoneSoBeforeThePromotionOrNotAtAll() throws Exception {
        var issued = new IssuedLink(rooms, Kind.BY_MANAGER);
        Callable<Boolean> accept =
                () -> invitations.accept(issued.secret, CHOSEN, IP).isPresent();
        Callable<Boolean> promote = () -> {
            issued.becomes(issued.account, Role.ACCOUNT_OWNER);
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
        var issued = new IssuedLink(rooms, Kind.BY_OWNER_FOR_AN_OWNER);
        Callable<?> accept = () -> invitations.accept(issued.secret, CHOSEN, IP);
        Callable<?> issue = () -> invitations.issue(People.actor(issued.account), issued.issuer.id());
        Callable<?> demote = () -> issued.edit(issued.issuer, "Ina", issued.issuer.email(), Role.BILLING_MANAGER);
        Callable<?> correct = () -> issued.edit(issued.account, "Ada", "right@example.com", Role.ACCOUNT_OWNER);
        assertThat(Simultaneously.run(List.of(accept, issue, demote, correct)))
                .allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
    }

    private boolean isWaitingForARow(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING // H2
                || thread.getState() == Thread.State.RUNNABLE && waitsInPostgres();
    }

    private boolean waitsInPostgres() {
        return database == Database.POSTGRESQL
                && jdbc.queryForObject("select count(*) from pg_locks where not granted", Integer.class) > 0;
    }
}
