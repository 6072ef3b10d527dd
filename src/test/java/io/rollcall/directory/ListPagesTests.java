package io.rollcall.directory;

import static io.rollcall.directory.PagesInMemory.ACTIVE;
import static io.rollcall.directory.PagesInMemory.EXPIRED;
import static io.rollcall.directory.PagesInMemory.PAGE;
import static io.rollcall.directory.PagesInMemory.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.ManualScheduler;
import io.rollcall.TestClock;
import io.rollcall.directory.ReadPlan.Exactness;
import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.session.SessionStatus;
import io.rollcall.session.UserSession;
import io.rollcall.user.User;
import io.rollcall.user.UserId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long lists are read: which rows a page has, and how many are passed for it. */
class ListPagesTests {

    private final PagesInMemory pages = new PagesInMemory();
    private final ListsInMemory lists = pages.lists;
    private final ManualScheduler scheduler = pages.scheduler;
    private final List<User> people = pages.people;

    @ParameterizedTest
    @EnumSource(Sort.class)
    void everyPageHasTheRowsThatStandThere(Sort sort) {
        for (var of : List.of(
                SessionQuery.active(),
                SessionQuery.history(),
                SessionQuery.history().withStatus(SessionStatus.TERMINATED))) {
            for (var upwards : List.of(true, false)) {
                var query = of.sortedBy(sort, upwards);
                var all = pages.expected(query);
                assertThat(pages.count(query)).isEqualTo(all.size());
                for (var isKnown : List.of(false, true)) {
                    for (var offset : new int[] {
                        0,
                        50,
                        1_000,
                        1_001,
                        3_500,
                        all.size() / 2,
                        7_013,
                        7_063,
                        6_963,
                        all.size() - 1_100,
                        all.size() - 1_051,
                        all.size() - 1_050,
                        all.size() - 51,
                        all.size() - 50,
                        all.size() - 1,
                        all.size(),
                        all.size() + 50,
                        980,
                        1_029,
                        1_030,
                        1_031
                    }) {
                        if (offset >= 0) {
                            assertThat(pages.page(query, offset))
                                    .as("%s from %d, %s", query, offset, isKnown)
                                    .isEqualTo(part(all, offset, PAGE));
                        }
                    }
                    scheduler.runDue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void noPlanPassesMoreRowsThanItSays(Sort sort) {
        for (var of : List.of(
                SessionQuery.active(),
                SessionQuery.history(),
                SessionQuery.active().matching("rare"),
                SessionQuery.active().matching("many"),
                SessionQuery.active().ofUser(new UserId(7)))) {
            var query = of.sortedBy(sort, false);
            for (var isKnown : List.of(false, true)) {
                for (var offset : new int[] {0, 1_000, 1_001, 1_051, 5_480, 5_430, ACTIVE - 1_051, ACTIVE - 50}) {
                    if (offset <= pages.expected(query).size()) {
                        var plan = pages.planner.plan(query, offset, PAGE);
                        assertThat(pages.passedFor(query, offset))
                                .as("%s", plan)
                                .isLessThanOrEqualTo(plan.mostRows());
                    }
                }
                scheduler.runDue();
            }
        }
    }

    @Test
    void aPlanIsAsExactAsItSaysWhenSomebodyHasCome() {
        var active = SessionQuery.active();
        pages.page(active, 0);
        scheduler.runDue();
        pages.page(active, 5_000);
        var before = pages.expected(active);
        pages.come(1);
        pages.come(2);
        var seen = new HashSet<Class<?>>();
        var offsets = Map.of(
                active,
                List.of(0, 1_000, 4_950, 5_000, 7_777, ACTIVE - 1_000, ACTIVE - 48, ACTIVE + 50),
                active.matching("rare"),
                List.of(0, PAGE),
                active.matching("e"),
                List.of(0, PAGE, 1_050),
                SessionQuery.history().sortedBy(Sort.STATUS, true),
                List.of(EXPIRED - 20));
        offsets.forEach((query, places) -> {
            var after = pages.expected(query);
            for (var offset : places) {
                var plan = pages.planner.plan(query, offset, PAGE);
                seen.add(plan.getClass());
                assertThat(pages.page(query, offset))
                        .as("%s from %d", plan, offset)
                        .isEqualTo(part(plan.exactness() == Exactness.BY_PLACE ? before : after, offset, PAGE));
            }
        });
        assertThat(seen).containsExactlyInAnyOrder(ReadPlan.class.getPermittedSubclasses());
    }

    @Test
    void fromItsEndAListIsAsExactAsItsLength() {
        var query = SessionQuery.active();
        pages.count(query);
        var offset = ACTIVE - 500;
        assertThat(pages.planner.plan(query, offset, PAGE).exactness()).isEqualTo(Exactness.BY_LENGTH);
        assertThat(pages.page(query, offset)).isEqualTo(part(pages.expected(query), offset, PAGE));
        lists.remove(pages.expected(query).getFirst());
        assertThat(pages.page(query, offset)).isEqualTo(part(pages.expected(query), offset - 1, PAGE));
    }

    @Test
    void aPageBesideOneThatWasReadPassesNothing() {
        var query = SessionQuery.active();
        pages.page(query, 5_000);
        lists.passed();

        pages.page(query, 5_050);
        assertThat(lists.passed()).isEqualTo(PAGE + 1);
        pages.page(query, 5_000);
        assertThat(lists.passed()).isEqualTo(PAGE + 1);
        pages.page(query, 4_950);
        assertThat(lists.passed()).isEqualTo(PAGE);
    }

    @Test
    void nearItsBeginningAndItsEndAListIsReadFromThere() {
        var query = SessionQuery.active();
        pages.count(query);
        assertThat(pages.passedFor(query, 1_000)).isEqualTo(1_000 + PAGE + 1);
        assertThat(pages.passedFor(query, ACTIVE - PAGE - 1_000)).isEqualTo(1_000 + PAGE);
        assertThat(pages.passedFor(query, ACTIVE - PAGE)).isEqualTo(PAGE);
        assertThat(pages.passedFor(query, ACTIVE)).isZero();
    }

    @Test
    void inTheVeryMiddleAPageIsReadFromTheBeginning() {
        var middle = (ACTIVE - PAGE) / 2;
        assertThat(pages.passedFor(SessionQuery.active(), middle)).isEqualTo(middle + PAGE + 1L);
        assertThat(pages.passedFor(SessionQuery.active(), middle + 1)).isEqualTo(ACTIVE - middle - 1L);
    }

    @Test
    void historyByItsStatesReadsOnlyThatOfThePage() {
        var query = SessionQuery.history().sortedBy(Sort.STATUS, true);
        pages.count(query);
        assertThat(pages.passedFor(query, EXPIRED - PAGE)).isEqualTo(EXPIRED + 1L);
        assertThat(pages.passedFor(query, EXPIRED)).isEqualTo(PAGE + 1);
        assertThat(pages.page(query, EXPIRED - 1)).isEqualTo(part(pages.expected(query), EXPIRED - 1, PAGE));
    }

    @Test
    void aListThatIsHeldLeavesOutWhatCameAfterIt() {
        var held = SessionQuery.active().createdUntil(TestClock.START.plusMillis(500_000));
        var all = pages.expected(held);
        assertThat(all).hasSizeBetween(5_000, ACTIVE - 1_000);
        assertThat(pages.count(held)).isEqualTo(all.size());
        for (var offset : new int[] {0, 50, 2_000, all.size() - 30}) {
            assertThat(pages.page(held, offset)).isEqualTo(part(all, offset, PAGE));
        }
    }

    @Test
    void aListOfOnesOwnIsSortedToTheMillisecondWithTheCurrentSessionFirst() {
        var mine = people.get(77).id();
        var query = SessionQuery.active().ofUser(mine).sortedBy(Sort.LAST_ACTIVE, false);
        var sorted = lists.all().stream()
                .filter(row -> row.user().id().equals(mine) && row.status() == SessionStatus.ACTIVE)
                .sorted(Comparator.comparing(UserSession::lastActiveAt)
                        .thenComparing(row -> row.id().value())
                        .reversed())
                .map(UserSession::id)
                .toList();
        assertThat(pages.page(query, 0)).isEqualTo(part(sorted, 0, PAGE));

        var current = sorted.getLast();
        assertThat(pages.page(query.startingWith(current), 0)).startsWith(current, sorted.getFirst());
    }
}
