package io.rollcall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rollcall.People;
import io.rollcall.session.SessionTests;
import io.rollcall.user.Actor;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.UserId;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Who shares an answer with whom, for how long, and what it costs. */
class SharedAnswersTests extends SessionTests {

    private static final SessionQuery ACTIVE = SessionQuery.active();

    @Autowired
    private EntityManagerFactory entityManagers;

    private Actor another;

    @BeforeEach
    void anotherAdministrator() {
        another = People.actor(people.add("Billie", Role.BILLING_MANAGER));
        open(ada);
    }

    @Test
    void administratorsWhoAskTheSameWithinASecondShareTheAnswer() {
        assertThat(costs(People.SOMEBODY, ACTIVE)).isTrue();
        assertThat(costs(another, ACTIVE)).isFalse();
        assertThat(costs(another, ACTIVE.matching("ada"))).isTrue();
        clock.advance(Duration.ofMillis(999));
        assertThat(costs(another, ACTIVE)).isFalse();
        assertThat(directory.list(another, ACTIVE, 0, ALL)).isSameAs(directory.list(People.SOMEBODY, ACTIVE, 0, ALL));
        clock.advance(Duration.ofMillis(1));
        assertThat(costs(another, ACTIVE)).isTrue();
    }

    @Test
    void aClockThatIsSetBackMakesNoAnswerLast() {
        costs(another, ACTIVE);
        clock.advance(Duration.ofHours(-1));
        assertThat(costs(another, ACTIVE)).isTrue();
    }

    @Test
    void whoeverComesGoesOrIsRenamedIsSeenAtOnce() {
        costs(another, ACTIVE);
        var opened = open(owner);
        assertThat(costs(another, ACTIVE)).as("came").isTrue();
        registry.end(People.actor(owner), opened.session().id());
        assertThat(costs(another, ACTIVE)).as("went").isTrue();
        add(ada, 0);
        assertThat(costs(another, ACTIVE)).as("was imported").isTrue();
        users.edit(People.SOMEBODY, ada.id(), People.edit(ada, "Zoe", new EmailAddress(ada.email()), Role.USER));
        assertThat(costs(another, ACTIVE)).as("was renamed").isTrue();
        assertThat(costs(another, ACTIVE)).isFalse();
    }

    @Test
    @Tag("S18")
    void whoMayNotSeeAListNeverGetsOneThatIsShared() {
        costs(People.SOMEBODY, ACTIVE);
        var demoted = new Actor(another.userId(), another.name(), Role.USER, another.sessionId(), null);
        for (var actor : List.of(People.actor(ada), demoted)) {
            for (Runnable question : List.<Runnable>of(
                    () -> directory.list(actor, ACTIVE, 0, ALL),
                    () -> directory.count(actor, ACTIVE),
                    () -> directory.overview(actor))) {
                assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(question::run);
            }
        }
        assertThat(directory.list(People.actor(owner), ACTIVE.ofUser(owner.id()), 0, ALL))
                .isEmpty();
    }

    @Test
    void whatIsOnesOwnIsSharedWithNobody() {
        var own = ACTIVE.ofUser(ada.id());
        for (var actor : List.of(People.actor(ada), another, People.actor(ada))) {
            assertThat(statementsOf(() -> directory.list(actor, own, 0, ALL))).isPositive();
            assertThat(statementsOf(() -> directory.count(actor, own))).isPositive();
        }
    }

    @Test
    void everybodySeesTheSameWhoMayDoSoAsLongAsTheyMay() {
        assertThat(directory.maySeeAll(another.userId())).isTrue();
        assertThat(directory.maySeeAll(ada.id())).isFalse();
        assertThat(directory.maySeeAll(new UserId(987_654_321))).isFalse();
        users.disable(People.SOMEBODY, another.userId());
        assertThat(directory.maySeeAll(another.userId())).isFalse();
    }

    @Test
    void whatCouldNotBeAnsweredIsAskedAgain() {
        var shared = new SharedAnswers(clock);
        assertThatIllegalStateException()
                .isThrownBy(() -> shared.to(ACTIVE, () -> {
                    throw new IllegalStateException("away");
                }));
        assertThat(shared.to(ACTIVE, () -> 7)).isEqualTo(7);
    }

    @Test
    void anAnswerThatIsOvertakenByAChangeIsNotGivenToWhoeverAsksLater() {
        var shared = new SharedAnswers(clock);
        var rows = new AtomicInteger(1);
        var before = shared.to(ACTIVE, () -> {
            var read = rows.getAndIncrement();
            shared.forget();
            return read;
        });
        assertThat(before).isEqualTo(1);
        assertThat(shared.to(ACTIVE, rows::get)).isEqualTo(2);
    }

    /** Whether a list, its length or the overview cost a statement or a transaction, which they do all or none. */
    private boolean costs(Actor actor, SessionQuery query) {
        var statistics = entityManagers.unwrap(SessionFactory.class).getStatistics();
        var transactions = statistics.getTransactionCount();
        var list = statementsOf(() -> directory.list(actor, query, 0, ALL));
        var count = statementsOf(() -> directory.count(actor, query));
        var overview = query.equals(ACTIVE) ? statementsOf(() -> directory.overview(actor)) : list;
        var costs = List.of(list > 0, count > 0, overview > 0, statistics.getTransactionCount() > transactions);
        assertThat(costs).containsOnly(list > 0);
        return list > 0;
    }

    private long statementsOf(Runnable work) {
        var statistics = entityManagers.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        var before = statistics.getPrepareStatementCount();
        work.run();
        return statistics.getPrepareStatementCount() - before;
    }
}
