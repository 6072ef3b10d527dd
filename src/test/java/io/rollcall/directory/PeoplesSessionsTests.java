package io.rollcall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.rollcall.TestClock;
import io.rollcall.cluster.Database;
import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.session.EndReason;
import io.rollcall.session.SessionStatus;
import io.rollcall.session.SessionTests;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserSearch.Matches;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** What an index tells of the sessions of many people. */
class PeoplesSessionsTests extends SessionTests {

    @Autowired
    private PeoplesSessions peoples;

    @Test
    void theirSessionsStandInTheOrderOfSignIn() {
        var first = add(ada, 1);
        var second = add(owner, 2);
        var third = add(ada, 3);
        var fourth = add(ada, 4);
        var newestFirst = listing(SessionQuery.active());
        assertThat(peoples.ids(newestFirst, 0, 10)).containsExactly(fourth, third, second, first);
        assertThat(peoples.ids(newestFirst, 1, 2)).containsExactly(third, second);
        assertThat(peoples.ids(listing(SessionQuery.active().sortedBy(Sort.CREATED, true)), 0, 3))
                .containsExactly(first, second, third);
        assertThat(peoples.ids(listing(SessionQuery.active(), ada.id().value()), 0, 10))
                .containsExactly(fourth, third, first);
        assertThat(peoples.ids(listing(SessionQuery.active().createdUntil(TestClock.START.plusSeconds(2))), 0, 10))
                .containsExactly(second, first);
    }

    @Test
    void presentAndPastAreToldApartAndSoAreTheTwoEnds() {
        add(ada, 1);
        var expired = add(ended(ada, EndReason.IDLE, TestClock.START.minus(Duration.ofMinutes(5)), null));
        var terminated = add(ended(ada, EndReason.LOGGED_OUT, TestClock.START.minus(Duration.ofMinutes(3)), null));
        assertThat(ids(SessionQuery.history())).containsExactlyInAnyOrder(expired, terminated);
        assertThat(ids(SessionQuery.history().withStatus(SessionStatus.EXPIRED)))
                .containsExactly(expired);
        assertThat(ids(SessionQuery.history().withStatus(SessionStatus.TERMINATED)))
                .containsExactly(terminated);
    }

    @Test
    void theyAreCountedAlsoWhereTheListNamesNobody() {
        add(ada, 1);
        add(ada, 2);
        add(owner, 3);
        add(ended(ada, EndReason.IDLE, TestClock.START.minus(Duration.ofMinutes(5)), null));
        assertThat(peoples.count(
                        listing(SessionQuery.active()), List.of(ada.id().value())))
                .isEqualTo(2);
        assertThat(peoples.count(
                        listing(SessionQuery.active()),
                        List.of(ada.id().value(), owner.id().value())))
                .isEqualTo(3);
        assertThat(peoples.count(
                        listing(SessionQuery.history().withStatus(SessionStatus.EXPIRED)),
                        List.of(ada.id().value(), owner.id().value())))
                .isOne();
    }

    @Test
    void onlyWhereTheDatabasePicksFromTheListAreThousandsNamed() {
        assertThat(peoples.arePicked()).as("by H2").isFalse();
        var database = mock(JdbcTemplate.class);
        var picking = new PeoplesSessions(database, Database.POSTGRESQL);
        assertThat(picking.arePicked()).isTrue();
        picking.ids(listing(SessionQuery.active(), 7, 8), 0, 10);
        verify(database)
                .query(contains("s.user_id = any('{7,8}'::bigint[])"), any(RowMapper.class), any(Object[].class));
    }

    private List<SessionId> ids(SessionQuery query) {
        return peoples.ids(listing(query.sortedBy(Sort.CREATED, false)), 0, 10);
    }

    private Listing listing(SessionQuery query, long... people) {
        var ids = people.length == 0
                ? List.of(ada.id().value(), owner.id().value())
                : Arrays.stream(people).boxed().toList();
        return new Listing(query, new Matches.Few(ids), SessionOrder.of(query, false), 100);
    }
}
