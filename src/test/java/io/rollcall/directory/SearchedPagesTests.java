package io.rollcall.directory;

import static io.rollcall.directory.PagesInMemory.ACTIVE;
import static io.rollcall.directory.PagesInMemory.IDLE;
import static io.rollcall.directory.PagesInMemory.PAGE;
import static io.rollcall.directory.PagesInMemory.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.TestClock;
import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.session.UserSession;
import io.rollcall.user.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows a search of a long list finds, page by page. */
class SearchedPagesTests {

    private final PagesInMemory pages = new PagesInMemory();
    private final ListsInMemory lists = pages.lists;
    private final TestClock clock = pages.clock;

    @ParameterizedTest
    @ValueSource(strings = {"rare", "some", "many", "e"})
    void aSearchPagesThroughAllThatItFinds(String text) {
        for (var of : List.of(SessionQuery.active(), SessionQuery.history())) {
            var query = of.matching(text);
            var all = pages.expected(query);
            var found = new ArrayList<SessionId>();
            for (var next = pages.page(query, 0);
                    !next.isEmpty() && found.size() <= all.size();
                    next = pages.page(query, found.size())) {
                found.addAll(next);
            }
            assertThat(found).isEqualTo(all);
        }
    }

    @Test
    void aSearchThatFindsNobodyFindsNothing() {
        var query = SessionQuery.active().matching("nobody");
        assertThat(pages.page(query, 0)).isEmpty();
        assertThat(pages.count(query)).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPageOfASearchIsFullAlthoughSomeOfItAreDue(boolean upwards) {
        var query = SessionQuery.active().matching("some").sortedBy(Sort.CREATED, upwards);
        clock.advance(IDLE.plusMinutes(20));
        var due = lists.all().stream()
                .filter(row -> !row.expiresAt().isAfter(clock.instant()))
                .map(UserSession::id)
                .collect(Collectors.toSet());
        var all = pages.expected(query).stream().filter(id -> !due.contains(id)).toList();
        assertThat(all).hasSizeBetween(3 * PAGE, pages.expected(query).size() - 3 * PAGE);
        assertThat(pages.page(query, 0)).isEqualTo(part(all, 0, PAGE));
        assertThat(pages.page(query, 0, ACTIVE)).extracting(UserSession::id).isEqualTo(all);
    }
}
