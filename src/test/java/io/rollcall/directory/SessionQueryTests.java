package io.rollcall.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.TestClock;
import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.session.SessionStatus;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionQueryTests {

    @Test
    void eachPartOfAQueryIsChangedAlone() {
        var first = new SessionId(UUID.randomUUID());
        var query = SessionQuery.history()
                .matching("ada")
                .withStatus(SessionStatus.EXPIRED)
                .ofUser(new UserId(7))
                .createdUntil(TestClock.START)
                .startingWith(first)
                .sortedBy(Sort.LOCATION, true);
        assertThat(query)
                .isEqualTo(new SessionQuery(
                        EnumSet.of(SessionStatus.EXPIRED),
                        "ada",
                        new UserId(7),
                        TestClock.START,
                        first,
                        Sort.LOCATION,
                        true));
        assertThat(query.isOfActive()).isFalse();
        assertThat(SessionQuery.active().isOfActive()).isTrue();
    }

    @ParameterizedTest
    @Tag("S71")
    @CsvSource({"199, 199", "200, 200", "201, 200", "1000000, 200"})
    void aSearchIsCutAtTwoHundred(int length, int kept) {
        assertThat(SessionQuery.active().matching("x".repeat(length)).search()).hasSize(kept);
    }
}
