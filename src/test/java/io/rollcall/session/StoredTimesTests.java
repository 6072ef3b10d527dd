package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.directory.SessionQuery;
import io.rollcall.user.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are instants, whatever the server's zone is and while its clocks change. */
@Tag("S29")
class StoredTimesTests extends SessionTests {

    private final TimeZone before = TimeZone.getDefault();

    @AfterEach
    void putTheZoneBack() {
        TimeZone.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/London, 2026-03-29T00:00:00Z, Pacific/Auckland",
        "Europe/London, 2026-10-25T00:00:00Z, America/New_York",
        "America/New_York, 2026-03-08T06:00:00Z, UTC",
        "America/New_York, 2026-11-01T05:00:00Z, Asia/Kathmandu",
        "Pacific/Apia, 2011-12-30T09:00:00Z, UTC" // a day that did not exist there
    })
    void aTimeIsReadAsItWasWritten(String zone, Instant night, String laterZone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        var times = IntStream.range(0, 18)
                .mapToObj(step ->
                        night.plus(Duration.ofMinutes(10).multipliedBy(step)).plusMillis(123))
                .toList();
        var ids = new ArrayList<SessionId>();
        for (var time : times) {
            clock.set(time);
            ids.add(open(ada).session().id());
        }

        TimeZone.setDefault(TimeZone.getTimeZone(laterZone));
        for (var i = 0; i < times.size(); i++) {
            var row = row(ids.get(i));
            assertThat(row.createdAt()).isEqualTo(times.get(i));
            assertThat(row.lastActiveAt()).isEqualTo(times.get(i));
            assertThat(row.expiresAt()).isEqualTo(times.get(i).plus(IDLE));
            var seconds = jdbc.queryForObject(
                    "select extract(epoch from expires_at) from user_session where id = ?",
                    Double.class,
                    ids.get(i).value());
            assertThat(Math.round(seconds * 1_000))
                    .isEqualTo(times.get(i).plus(IDLE).toEpochMilli());
        }
        var byExpiry = SessionQuery.active().sortedBy(SessionQuery.Sort.EXPIRES, true);
        clock.set(night);
        assertThat(list(byExpiry))
                .extracting(UserSession::expiresAt)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(18);
    }
}
