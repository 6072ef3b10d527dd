package io.rollcall.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.DomainTest;
import io.rollcall.People;
import io.rollcall.TestClock;
import io.rollcall.audit.AuditEntry;
import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.device.Device;
import io.rollcall.directory.SessionDirectory;
import io.rollcall.directory.SessionQuery;
import io.rollcall.location.Location;
import io.rollcall.user.Role;
import io.rollcall.user.SessionId;
import io.rollcall.user.User;
import io.rollcall.user.UserId;
import io.rollcall.user.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** An Account Owner and Ada, a user, and what tests of their sessions share. */
@DomainTest
public abstract class SessionTests {

    protected static final Duration IDLE = Duration.ofHours(1);
    protected static final Duration ABSOLUTE = Duration.ofHours(24);
    protected static final int ALL = 2_000;

    @Autowired
    protected SessionRegistry registry;

    @Autowired
    protected SessionDirectory directory;

    @Autowired
    protected ApplicationContext application;

    @Autowired
    protected OwnSessions own;

    @Autowired
    protected LiveTimes times;

    @Autowired
    protected TokenReveals reveals;

    @Autowired
    protected SessionImport imported;

    @Autowired
    SessionStore store;

    @Autowired
    TouchWriter touches;

    @Autowired
    protected Users users;

    @Autowired
    protected AuditLog audit;

    @Autowired
    protected People people;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected JdbcTemplate jdbc;

    protected User owner;
    protected User ada;

    @BeforeEach
    protected void twoPeople() {
        owner = people.owner();
        ada = people.add("Ada Lovelace", Role.USER);
    }

    protected OpenedSession open(User user) {
        return registry.open(user.id(), false, Origin.UNKNOWN).orElseThrow();
    }

    protected LiveSession live(OpenedSession opened) {
        return live(registry.check(opened.secret()));
    }

    protected LiveSession live(SessionId id) {
        return live(registry.stateOf(id));
    }

    private static LiveSession live(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Valid.class);
        return ((Verdict.Valid) verdict).session();
    }

    protected UserSession row(OpenedSession opened) {
        return row(opened.session().id());
    }

    protected UserSession row(SessionId id) {
        return store.find(id).orElseThrow();
    }

    /** Adds an active session, opened so many seconds after the start. */
    protected SessionId add(User user, int second) {
        return add(active(user, TestClock.START.plusSeconds(second)));
    }

    protected SessionId add(SessionImport.Row row) {
        return imported.add(List.of(row)).getFirst();
    }

    protected static SessionImport.Row active(User user, Instant createdAt) {
        return active(user, createdAt, Optional.empty(), Device.UNKNOWN);
    }

    protected static SessionImport.Row active(
            User user, Instant createdAt, Optional<Location> location, Device device) {
        return new SessionImport.Row(
                user.id(),
                new Origin(device, null, location.orElse(null), null),
                createdAt,
                createdAt,
                IDLE,
                ABSOLUTE,
                null);
    }

    /** A session that would have expired when it ended. */
    protected static SessionImport.Row ended(User user, EndReason reason, Instant at, UserId by) {
        return new SessionImport.Row(
                user.id(),
                Origin.UNKNOWN,
                at.minus(IDLE),
                at.minus(IDLE),
                IDLE,
                ABSOLUTE,
                new SessionImport.End(reason, by, at));
    }

    /** One of several, by number. */
    protected static Optional<Location> location(int i) {
        return switch (i % 4) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(Location.PRIVATE_NETWORK);
            case 2 -> Location.of("Lima", "Peru", "PE");
            default -> Location.of(null, "Ghana", "GH");
        };
    }

    /** One of several, by number. */
    protected static Device device(int i) {
        return i % 2 == 0 ? Device.UNKNOWN : new Device("Firefox", "140", "Ubuntu", Device.Kind.DESKTOP);
    }

    /** All that an Account Owner gets of a list. */
    protected List<UserSession> list(SessionQuery query) {
        return directory.list(People.SOMEBODY, query, 0, ALL);
    }

    /** The entries about ends, newest first. */
    protected List<AuditEntry> ends() {
        return audit.newest(0, ALL).stream()
                .filter(entry -> entry.kind() == AuditKind.SESSION_ENDED)
                .toList();
    }
}
