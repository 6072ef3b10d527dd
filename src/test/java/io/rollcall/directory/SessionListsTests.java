package io.rollcall.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.TestClock;
import io.rollcall.directory.SessionOrder.From;
import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.session.EndReason;
import io.rollcall.session.SessionStatus;
import io.rollcall.session.SessionTests;
import io.rollcall.session.UserSession;
import io.rollcall.user.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** How the rows of a list are read: from a place on, by their ids, and as many as there are. */
class SessionListsTests extends SessionTests {

    @Autowired
    private SessionLists lists;

    @Autowired
    private TransactionOperations transaction;

    @ParameterizedTest
    @EnumSource(value = Sort.class, names = "STATUS", mode = EnumSource.Mode.EXCLUDE)
    void fromThePlaceOfARowAListGoesOnAsItDoes(Sort sort) {
        var isOfEnds = sort == Sort.ENDED;
        for (var i = 0; i < 8; i++) {
            var second = i * 3 % 8;
            if (isOfEnds) {
                add(ended(ada, EndReason.LOGGED_OUT, TestClock.START.minusSeconds(second), null));
            } else {
                add(active(
                        i % 3 == 0 ? owner : ada, TestClock.START.plusSeconds(second * 400L), location(i), device(i)));
            }
        }
        var query = isOfEnds ? SessionQuery.history() : SessionQuery.active();
        for (var upwards : List.of(true, false)) {
            var list = listing(query.sortedBy(sort, upwards));
            var rows = read(list, 0, 10);
            assertThat(rows).hasSize(8);
            var third = lists.place(list, From.BEGINNING, 2).orElseThrow();
            assertThat(third).isEqualTo(list.order().placeOf(rows.get(2)));
            assertThat(read(list, new From(third, true), 0, 10)).isEqualTo(rows.subList(2, 8));
            assertThat(read(list, new From(third, false), 0, 10)).isEqualTo(rows.subList(3, 8));
            assertThat(read(list, new From(third, true), 1, 2)).isEqualTo(rows.subList(3, 5));
            assertThat(lists.place(list, new From(third, true), 3))
                    .contains(list.order().placeOf(rows.get(5)));
            assertThat(lists.place(list, new From(third, true), 6)).isEmpty();
        }
    }

    @Test
    void placesCountWhatIsDueAndPagesDoNot() {
        add(ada, 0);
        var going = add(ada, 10);
        clock.advance(IDLE.plusSeconds(5));
        var list = listing(SessionQuery.active());
        assertThat(lists.place(list, From.BEGINNING, 1)).isPresent();
        assertThat(read(list, 0, 10)).extracting(UserSession::id).containsExactly(going);
    }

    @Test
    void aSearchThatNamesNobodyLooksAtEachRow() {
        var one = add(ada, 1);
        add(owner, 2);
        var another = add(ada, 3);
        var list = listing(SessionQuery.active().matching("lovelace"));
        assertThat(read(list, 0, 10)).extracting(UserSession::id).containsExactly(another, one);
        assertThat(lists.count(list)).isEqualTo(2);
        assertThat(lists.countNewer(held(list, 1))).isOne();
        assertThat(lists.countNewer(held(list, 0))).isEqualTo(2);
    }

    @Test
    void ofNamedRowsThoseThatAreDueOrGoneAreLeftOut() {
        var due = add(ada, 0);
        var first = add(ada, 10);
        var second = add(ada, 11);
        clock.advance(IDLE.plusSeconds(5));
        var ids = List.of(second, due, new SessionId(UUID.randomUUID()), first);
        assertThat(rows(ids, SessionQuery.active())).extracting(UserSession::id).containsExactly(second, first);
        assertThat(rows(ids, SessionQuery.history()))
                .extracting(UserSession::id)
                .containsExactly(second, due, first);
    }

    @Test
    void ofNamedRowsThoseThatAreInUseAreKeptThoughTheySayThatTheyAreDue() {
        var due = add(ada, 0);
        var inUse = add(ada, 0);
        clock.advance(IDLE.minusSeconds(1));
        registry.touch(live(inUse));
        clock.advance(Duration.ofSeconds(2));
        assertThat(rows(List.of(due, inUse), SessionQuery.active()))
                .extracting(UserSession::id)
                .containsExactly(inUse);
    }

    @Test
    void rowsAreCountedByTheirState() {
        add(ada, 0);
        add(ada, 1);
        add(ended(ada, EndReason.IDLE, TestClock.START.minus(Duration.ofMinutes(5)), null));
        assertThat(lists.countByStatus()).isEqualTo(Map.of(SessionStatus.ACTIVE, 2L, SessionStatus.EXPIRED, 1L));
    }

    private List<UserSession> read(Listing list, int skip, int limit) {
        return read(list, From.BEGINNING, skip, limit);
    }

    private List<UserSession> read(Listing list, From from, int skip, int limit) {
        return transaction.execute(tx -> lists.read(list, from, skip, limit));
    }

    private List<UserSession> rows(List<SessionId> ids, SessionQuery query) {
        return transaction.execute(tx -> lists.rows(ids, query));
    }

    private static Listing held(Listing list, int second) {
        var query = list.query().createdUntil(TestClock.START.plusSeconds(second));
        return new Listing(query, list.found(), list.order(), list.rows());
    }

    private static Listing listing(SessionQuery query) {
        return new Listing(query, SearchedFor.many(query.search()), SessionOrder.of(query, false), 100);
    }
}
