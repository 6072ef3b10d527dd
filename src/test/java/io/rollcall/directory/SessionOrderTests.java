package io.rollcall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rollcall.TestClock;
import io.rollcall.directory.SessionOrder.From;
import io.rollcall.directory.SessionOrder.Place;
import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.session.SessionStatus;
import io.rollcall.user.UserId;
import io.rollcall.user.UserSearch.Matches;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order and a list as the database is asked for them. */
class SessionOrderTests {

    private static final SessionQuery ACTIVE = SessionQuery.active();
    private static final SessionQuery HISTORY = SessionQuery.history();

    @Test
    void anOrderIsThatOfItsIndexFromWhatIsAlikeOn() {
        var order = SessionOrder.of(ACTIVE.sortedBy(Sort.USER, true), false);
        assertThat(order.orderBy())
                .isEqualTo(" order by s.active asc, s.userSort asc, s.userId asc, s.createdAt asc, s.id asc");
        assertThat(order.sorting()).isEqualTo("s.userSort asc, s.userId asc, s.createdAt asc, s.id asc");
        assertThat(order.selection()).isEqualTo("s.userSort, s.userId, s.createdAt, s.id");
        assertThat(order.reversed().sorting()).isEqualTo("s.userSort desc, s.userId desc, s.createdAt desc, s.id desc");
        var anywhere = order.from(From.BEGINNING, new Where());
        assertThat(anywhere.conditions()).hasToString(" where s.userSort >= :least");
        assertThat(anywhere.values()).isEqualTo(Map.of("least", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, s.createdAt >= :place0 and (s.createdAt@ s.id) >= (:place0@ :place1)",
        "true, false, s.createdAt >= :place0 and (s.createdAt@ s.id) > (:place0@ :place1)",
        "false, true, s.createdAt <= :place0 and (s.createdAt@ s.id) <= (:place0@ :place1)",
        "false, false, s.createdAt <= :place0 and (s.createdAt@ s.id) < (:place0@ :place1)"
    })
    void aListGoesOnFromAPlaceWithTheRowThereOrWithoutIt(boolean upwards, boolean inclusive, String condition) {
        var from = SessionOrder.of(ACTIVE.sortedBy(Sort.CREATED, upwards), false)
                .from(new From(new Place(List.of("then", "that")), inclusive), new Where());
        assertThat(from.conditions()).hasToString(" where " + condition.replace('@', ','));
        assertThat(from.values()).isEqualTo(Map.of("place0", "then", "place1", "that"));
    }

    @Test
    void timesThatMoveAreInIndexesByTheirSlotsOnly() {
        for (var sort : List.of(Sort.LAST_ACTIVE, Sort.EXPIRES)) {
            var path = sort == Sort.EXPIRES ? "s.expires" : "s.lastActive";
            var query = ACTIVE.sortedBy(sort, true);
            assertThat(SessionOrder.of(query, false).selection()).isEqualTo(path + "Slot, s.id");
            assertThat(SessionOrder.of(query, true).selection()).isEqualTo(path + "Slot, " + path + "At, s.id");
        }
    }

    @Test
    void oneKindOfEndHasAnIndexOfItsOwn() {
        assertThat(SessionOrder.of(HISTORY, false).alike()).containsExactly("s.active");
        var expired = HISTORY.withStatus(SessionStatus.EXPIRED);
        assertThat(SessionOrder.of(expired, false).alike()).containsExactly("s.active", "s.status");
        assertThat(SessionOrder.of(expired.sortedBy(Sort.CREATED, false), false).alike())
                .containsExactly("s.active");
    }

    @Test
    void theTwoStatesOfHistoryAreNoOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionOrder.of(HISTORY.sortedBy(Sort.STATUS, true), false));
    }

    @Test
    void aListAsksForWhatItsQueryNamesAndNothingElse() {
        assertThat(where(ACTIVE, Matches.EVERYBODY)).isEqualTo(" where s.active = true and s.expiresAt > :now");
        assertThat(where(HISTORY, Matches.EVERYBODY)).isEqualTo(" where s.active = false");
        assertThat(where(HISTORY.withStatus(SessionStatus.EXPIRED), Matches.EVERYBODY))
                .isEqualTo(" where s.active = false and s.status = :status");
        assertThat(where(ACTIVE.ofUser(new UserId(7)).createdUntil(Instant.EPOCH), new Matches.Few(List.of(1L))))
                .isEqualTo(" where s.active = true and s.userId = :user and s.createdAt <= :until"
                        + " and s.userId in :users and s.expiresAt > :now");
        assertThat(where(ACTIVE, new Matches.Many(List.of("x"))))
                .isEqualTo(" where s.active = true and locate(:word0, s.user.searchText) > 0 and s.expiresAt > :now");
        assertThat(listing(ACTIVE, Matches.EVERYBODY).whereDueOrNot().conditions())
                .hasToString(" where s.active = true");
    }

    private static String where(SessionQuery query, Matches found) {
        return listing(query, found)
                .where(new Moment(TestClock.START, Set.of()))
                .conditions()
                .toString();
    }

    private static Listing listing(SessionQuery query, Matches found) {
        return new Listing(query, found, SessionOrder.of(query, false), 100);
    }
}
