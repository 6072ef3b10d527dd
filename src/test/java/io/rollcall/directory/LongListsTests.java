package io.rollcall.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.People;
import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.session.SessionJobs;
import io.rollcall.session.SessionStatus;
import io.rollcall.user.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Lists that are too long to be counted and sorted for every page. */
class LongListsTests extends LargeOrganizationTests {

    @Test
    void everyPageOfEveryOrderIsReadAlongAnIndexFromTheNearestKnownPlace() {
        var queries = List.of(
                SessionQuery.active(),
                SessionQuery.history(),
                SessionQuery.history().withStatus(SessionStatus.EXPIRED));
        var softly = new SoftAssertions();
        for (var list : queries) {
            for (var sort : Sort.values()) {
                for (var upwards : List.of(true, false)) {
                    var query = list.sortedBy(sort, upwards);
                    page(query, 0);
                    scheduler.runDue();
                    var count = lists.count(query);
                    var middle = count / 2 / PAGE * PAGE;
                    reads(softly, query, 0, PAGE);
                    reads(softly, query, 600, 600 + PAGE);
                    reads(softly, query, middle, 1_000 + PAGE);
                    reads(softly, query, middle + PAGE, PAGE);
                    reads(softly, query, middle - PAGE, PAGE);
                    reads(softly, query, count - 2 * PAGE, 2 * PAGE);
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void scrollingThroughShowsEverySessionOnceAndInOrderAlsoBackwardsAndByJumps() {
        for (var sort : List.of(Sort.CREATED, Sort.USER, Sort.LAST_ACTIVE, Sort.LOCATION)) {
            var query = SessionQuery.active().sortedBy(sort, false);
            var count = lists.count(query);
            var down = new ArrayList<SessionId>();
            for (var offset = 0; offset < count; offset += PAGE) {
                down.addAll(page(query, offset));
            }
            assertThat(down).hasSize(count).doesNotHaveDuplicates();
            scheduler.runDue();
            for (var offset : new int[] {count - PAGE, 7_013, 6_963, 10_990, 1_020, 5_000, 4_999, 999}) {
                assertThat(page(query, offset)).isEqualTo(down.subList(offset, offset + PAGE));
            }
        }
    }

    @Test
    void whoReadsInTheMiddleGoesOnWhereTheyAreWhileSessionsComeAndGoAbove() {
        var query = SessionQuery.active();
        var before = page(query, 6_000);
        var top = page(query, 0);
        top.subList(0, 7).forEach(id -> registry.end(People.actor(ada), id));
        open();

        var after = page(query, 6_000 + PAGE);
        assertThat(after).doesNotContainAnyElementsOf(before);
        assertThat(page(query, 6_000)).isEqualTo(before);
    }

    @Test
    void theLengthFollowsWhatHappensAndASearchIsCountedSoon() {
        var active = lists.count(SessionQuery.active());
        var ended = lists.count(SessionQuery.history());
        assertThat(active).isEqualTo(rows("active = true"));
        assertThat(ended).isEqualTo(rows("active = false"));
        var ids = page(SessionQuery.active(), 0).subList(0, 4);
        assertThat(plans.of(() -> {
                    ids.forEach(id -> registry.end(People.actor(ada), id));
                    open();
                    assertThat(lists.count(SessionQuery.active())).isEqualTo(active - 4 + 1);
                    assertThat(lists.count(SessionQuery.history())).isEqualTo(ended + 4);
                }))
                .allSatisfy(plan -> assertThat(plan.sql()).doesNotContain("count("));

        var search = SessionQuery.active().matching("o");
        var exact = rows("active = true and user_id in (select id from app_user where search_text like '%o%')");
        assertThat(lists.count(search)).isBetween(exact * 8 / 10, exact * 12 / 10);
        clock.advance(Duration.ofSeconds(1));
        scheduler.runDue();
        assertThat(lists.count(search)).isEqualTo(exact);
    }

    @Test
    void theEndOfAListThatIsHeldIsNotThatOfTheSearch() {
        var search = SessionQuery.active().matching("a");
        var count = lists.count(search);
        var held = search.createdUntil(clock.instant().minus(Duration.ofHours(4)));
        var heldCount = lists.count(held);
        assertThat(heldCount).isLessThan(count);

        var offset = heldCount * 3 / 4;
        while (!page(held, offset).isEmpty()) {
            offset += PAGE;
        }

        assertThat(lists.count(search)).isEqualTo(count);
    }

    @Test
    void aSearchReadsNeitherTheWholeListNorMuchOfThoseItFinds() {
        for (var list : List.of(SessionQuery.active(), SessionQuery.history())) {
            for (var text : List.of("a", "an", "ann", "anna", "zzz", "zzzzzz")) {
                assertThat(plans.of(() -> {
                            var query = list.matching(text);
                            page(query, 0);
                            lists.count(query);
                        }))
                        .allSatisfy(plan ->
                                assertThat(plan.rowsRead()).as(plan.text()).isLessThan(3_000));
            }
        }
    }

    @Test
    void aSearchFindsEverySessionOfThoseItMatchesFewOrMany() {
        var shared = page(SessionQuery.active().matching("example"), 0);
        assertThat(shared).isEqualTo(page(SessionQuery.active(), 0));
        var own = open().session().id();
        assertThat(page(SessionQuery.active().matching("lovelace"), 0)).contains(own);
        for (var text : List.of("a", "an", "ann", "zzz")) {
            var query = SessionQuery.active().matching(text);
            var found = new ArrayList<SessionId>();
            for (var next = page(query, 0); !next.isEmpty(); next = page(query, found.size())) {
                found.addAll(next);
            }
            assertThat(found)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(jdbc.query(
                            "select s.id from user_session s join app_user u on u.id = s.user_id"
                                    + " where s.active and u.search_text like ?",
                            (row, number) -> new SessionId(row.getObject(1, UUID.class)),
                            "%" + text + "%"));
        }
    }

    @Test
    void dueSessionsAreLabelledAndOldHistoryIsPurgedAlongAnIndex() {
        var jobs = new SessionJobs(application);
        clock.advance(Duration.ofMinutes(30));
        var due = plans.of(() -> assertThat(jobs.due(clock.instant(), 100)).hasSize(100));
        var purged = plans.of(() -> jobs.purge(clock.instant().minus(Duration.ofDays(3_000)), 100));
        assertThat(due).allSatisfy(plan -> assertThat(plan.rowsRead()).isLessThan(ACTIVE / 10));
        assertThat(purged).allSatisfy(plan -> assertThat(plan.rowsRead()).isLessThan(100));
    }

    @Test
    void whatEndedFromElsewhereIsReadAlongAnIndex() {
        var read = plans.of(
                () -> assertThat(application.getBean(SessionLists.class).endedFromElsewhere(6))
                        .hasSize(6));
        assertThat(read).hasSizeGreaterThan(1).allSatisfy(plan -> {
            assertThat(plan.rowsRead()).as(plan.text()).isLessThan(50);
            assertThat(QueryPlans.readsWholeTable(plan)).as(plan.text()).isFalse();
            assertThat(QueryPlans.sorts(plan)).as(plan.text()).isFalse();
        });
    }

    /**
     * Some databases count a look-up by key as two rows. A page by a moving time also reads what is in the same five minutes, and one of
     * a list of one kind of end passes the other kind, unless the list is sorted by the end.
     */
    private void reads(SoftAssertions softly, SessionQuery query, int offset, int mostRows) {
        var isShort = query.sort() == Sort.STATUS;
        var ofOneEnd = query.statuses().size() == 1 && !query.isOfActive() && query.sort() != Sort.ENDED;
        var moves = query.sort() == Sort.LAST_ACTIVE || query.sort() == Sort.EXPIRES;
        var read = plans.of(() -> page(query, offset));
        softly.assertThat(read).isNotEmpty();
        for (var plan : read) {
            softly.assertThat(plan.rowsRead())
                    .as("%s from row %d%n%s", query, offset, plan.text())
                    .isLessThanOrEqualTo(
                            2 * (isShort ? SHORT : (ofOneEnd ? 2 : 1) * (mostRows + (moves ? ACTIVE / 12 : 150))));
            softly.assertThat(QueryPlans.readsWholeTable(plan)).as(plan.text()).isFalse();
            softly.assertThat(!isShort && QueryPlans.sorts(plan))
                    .as(plan.text())
                    .isFalse();
        }
    }
}
