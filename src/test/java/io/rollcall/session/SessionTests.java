package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.DomainTest;
import io.rollcall.People;
import io.rollcall.TestClock;
import io.rollcall.audit.AuditEntry;
import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.device.Device;
import io.rollcall.location.Location;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An Account Owner and Ada, a user, and what tests of their sessions share. */
@DomainTest
abstract class SessionTests {

    static final Duration IDLE = Duration.ofHours(1);
    static final Duration ABSOLUTE = Duration.ofHours(24);
    static final int ALL = 2_000;

    @Autowired
    SessionRegistry registry;

    @Autowired
    SessionDirectory directory;

    @Autowired
    SessionImport imported;

    @Autowired
    SessionStore store;

    @Autowired
    TouchWriter touches;

    @Autowired
    Users users;

    @Autowired
    AuditLog audit;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    User owner;
    User ada;

    @BeforeEach
    void twoPeople() {
        owner = people.owner();
        ada = people.add("Ada Lovelace", Role.USER);
    }

    OpenedSession open(User user) {
        return registry.open(user.id(), false, Origin.UNKNOWN).orElseThrow();
    }

    LiveSession live(OpenedSession opened) {
        return live(registry.check(opened.secret()));
    }

    LiveSession live(UUID id) {
        return live(registry.check(id));
    }

    private static LiveSession live(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Valid.class);
        return ((Verdict.Valid) verdict).session();
    }

    UserSession row(OpenedSession opened) {
        return row(opened.session().id());
    }

    UserSession row(UUID id) {
        return store.find(id).orElseThrow();
    }

    /** Adds an active session, opened so many seconds after the start. */
    UUID add(User user, int second) {
        return add(active(user, TestClock.START.plusSeconds(second)));
    }

    UUID add(SessionImport.Row row) {
        return imported.add(List.of(row)).getFirst();
    }

    static SessionImport.Row active(User user, Instant createdAt) {
        return active(user, createdAt, Optional.empty(), Device.UNKNOWN);
    }

    static SessionImport.Row active(User user, Instant createdAt, Optional<Location> location, Device device) {
        return new SessionImport.Row(
                user.id(), new Origin(device, null, null), location, createdAt, createdAt, IDLE, ABSOLUTE, null);
    }

    /** A session that would have expired when it ended. */
    static SessionImport.Row ended(User user, EndReason reason, Instant at, Long by) {
        return new SessionImport.Row(
                user.id(),
                Origin.UNKNOWN,
                Optional.empty(),
                at.minus(IDLE),
                at.minus(IDLE),
                IDLE,
                ABSOLUTE,
                new SessionImport.End(reason, by, at));
    }

    /** One of several, by number. */
    static Optional<Location> location(int i) {
        return switch (i % 4) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(Location.PRIVATE_NETWORK);
            case 2 -> Location.of("Lima", "Peru", "PE");
            default -> Location.of(null, "Ghana", "GH");
        };
    }

    /** One of several, by number. */
    static Device device(int i) {
        return i % 2 == 0 ? Device.UNKNOWN : new Device("Firefox", "140", "Ubuntu", Device.Kind.DESKTOP);
    }

    /** All that an Account Owner gets of a list. */
    List<UserSession> list(SessionQuery query) {
        return directory.list(People.SOMEBODY, query, 0, ALL);
    }

    /** The entries about ends, newest first. */
    List<AuditEntry> ends() {
        return audit.newest(0, ALL).stream()
                .filter(entry -> entry.kind() == AuditKind.SESSION_ENDED)
                .toList();
    }
}
