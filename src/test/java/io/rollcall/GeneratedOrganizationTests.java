package io.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.GeneratedOrganization.Size;
import io.rollcall.device.Device;
import io.rollcall.directory.SessionDirectory;
import io.rollcall.directory.SessionQuery;
import io.rollcall.location.Location;
import io.rollcall.session.EndReason;
import io.rollcall.session.UserSession;
import io.rollcall.user.Passwords;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@DomainTest
class GeneratedOrganizationTests {

    private static final Size SMALL = new Size(60, 200, 400);

    @Autowired
    private ApplicationContext application;

    @Autowired
    private SessionDirectory directory;

    @Autowired
    private Passwords passwords;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void theSameSeedGivesTheSameOrganisationAndAnotherSeedAnother() {
        var first = generated(1);
        assertThat(generated(1)).isEqualTo(first);
        assertThat(generated(2)).isNotEqualTo(first);
    }

    @Test
    void activeSessionsAreFarFromTheirEndAndOfManyKinds() {
        generated(3);
        var active = list(SessionQuery.active());
        assertThat(active).hasSize(SMALL.active()).allSatisfy(session -> {
            assertThat(session.user().isEnabled()).isTrue();
            assertThat(session.createdAt()).isBeforeOrEqualTo(session.lastActiveAt());
            assertThat(session.lastActiveAt()).isBeforeOrEqualTo(clock.instant());
            assertThat(session.expiresAt()).isAfter(clock.instant().plusSeconds(60));
        });
        assertThat(active).anySatisfy(s -> assertThat(s.device()).isEqualTo(Device.UNKNOWN));
        assertThat(active).anySatisfy(s -> assertThat(s.ip()).isEmpty());
        assertThat(active).anySatisfy(s -> assertThat(s.location()).contains(Location.PRIVATE_NETWORK));
        assertThat(active.stream().flatMap(s -> s.location().stream()).distinct())
                .hasSizeGreaterThan(50);
        assertThat(active.stream()
                        .flatMap(s -> s.device().browserName().stream())
                        .distinct())
                .hasSizeGreaterThan(10);
        assertThat(jdbc.queryForList("select distinct idle_timeout_ms from user_session"))
                .hasSize(2);
    }

    @Test
    void historyHoldsEveryWayToEnd() {
        generated(4);
        var history = list(SessionQuery.history());
        assertThat(history)
                .hasSize(SMALL.ended())
                .allSatisfy(session -> assertThat(session.endedAt().orElseThrow())
                        .isBetween(session.lastActiveAt(), session.expiresAt())
                        .isBefore(clock.instant()));
        assertThat(history.stream().flatMap(s -> s.endReason().stream()).distinct())
                .containsExactlyInAnyOrder(EndReason.values());
    }

    @Test
    void onlyTheOwnerCanSignIn() {
        generated(5);
        assertThat(passwords.authenticate(GeneratedOrganization.OWNER.text(), GeneratedOrganization.PASSWORD))
                .isPresent();
        assertThat(jdbc.queryForObject("select count(*) from app_user where password_hash is not null", Integer.class))
                .isEqualTo(1);
    }

    private List<Map<String, Object>> generated(long seed) {
        jdbc.update("delete from user_session");
        jdbc.update("delete from app_user");
        new GeneratedOrganization(application, seed).add(SMALL);
        return jdbc.queryForList("select email, name, role, enabled, ip, city, user_agent, status, s.created_at,"
                + " last_active_at, ended_at, end_reason from user_session s join app_user u on u.id = user_id"
                + " order by email, s.created_at");
    }

    private List<UserSession> list(SessionQuery query) {
        return directory.list(People.SOMEBODY, query, 0, 1_000);
    }
}
