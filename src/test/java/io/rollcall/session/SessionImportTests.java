package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rollcall.TestClock;
import io.rollcall.device.Device;
import io.rollcall.directory.SessionQuery;
import io.rollcall.location.Location;
import io.rollcall.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What becomes of sessions that come from elsewhere. */
@RecordApplicationEvents
class SessionImportTests extends SessionTests {

    @Autowired
    private ApplicationEvents events;

    @Test
    void aSessionStandsAsItIsGiven() {
        events.clear();
        var used = TestClock.START.plusSeconds(400);
        var id = add(new SessionImport.Row(
                ada.id(),
                new Origin(
                        Device.UNKNOWN, null, Location.of("Lima", "Peru", "PE").orElseThrow(), null),
                TestClock.START,
                used,
                IDLE,
                ABSOLUTE,
                null));
        assertThat(row(id).createdAt()).isEqualTo(TestClock.START);
        assertThat(row(id).lastActiveAt()).isEqualTo(used);
        assertThat(row(id).expiresAt()).isEqualTo(used.plus(IDLE));
        assertThat(row(id).location()).isEqualTo(Location.of("Lima", "Peru", "PE"));
        assertThat(row(id).status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(events.stream(SessionImport.Added.class)).hasSize(1);
    }

    @Test
    void anEndIsGivenOrFollowsFromTheTimes() {
        var at = TestClock.START.minus(Duration.ofMinutes(5));
        var ids = imported.add(List.of(
                ended(ada, EndReason.LOGGED_OUT, at, owner.id()),
                ended(ada, EndReason.SIGNED_OUT, at, null),
                ended(ada, EndReason.IDLE, at, null)));
        assertThat(ids).extracting(id -> row(id).endedAt()).containsOnly(Optional.of(at));
        assertThat(ids)
                .extracting(id -> row(id).endReason().orElseThrow())
                .containsExactly(EndReason.LOGGED_OUT, EndReason.SIGNED_OUT, EndReason.IDLE);
        assertThat(ids)
                .extracting(id -> row(id).endedBy())
                .containsExactly(Optional.of(owner), Optional.empty(), Optional.empty());
    }

    @Test
    void nobodysSessionIsNotTaken() {
        var nobodys = new SessionImport.Row(
                new UserId(987_654_321), Origin.UNKNOWN, TestClock.START, TestClock.START, IDLE, ABSOLUTE, null);
        assertThatIllegalArgumentException().isThrownBy(() -> add(nobodys)).withMessage("No user 987654321");
        assertThat(list(SessionQuery.active())).isEmpty();
    }
}
