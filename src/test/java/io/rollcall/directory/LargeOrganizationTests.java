package io.rollcall.directory;

import io.rollcall.DomainTest;
import io.rollcall.GeneratedOrganization;
import io.rollcall.GeneratedOrganization.Size;
import io.rollcall.ManualScheduler;
import io.rollcall.People;
import io.rollcall.SharedData;
import io.rollcall.TestClock;
import io.rollcall.session.OpenedSession;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.UserSession;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.SessionId;
import io.rollcall.user.User;
import io.rollcall.user.Users;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** A large organisation, which the tests of a class share, and what they ask about its lists. */
@DomainTest
@SharedData
@Import(QueryPlans.class)
abstract class LargeOrganizationTests {

    static final int ACTIVE = 12_000;
    static final int ENDED = 20_000;
    static final int PAGE = 50;
    /** Up to how many rows a list is counted and sorted for every page. */
    static final int SHORT = 10_000;

    @Autowired
    ApplicationContext application;

    @Autowired
    ListReader lists;

    @Autowired
    SessionRegistry registry;

    @Autowired
    Users users;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ManualScheduler scheduler;

    @Autowired
    QueryPlans plans;

    static User ada;

    @BeforeEach
    void aLargeOrganisation() {
        if (lists.count(SessionQuery.active()) == 0) {
            new GeneratedOrganization(application, 5).add(new Size(2_000, ACTIVE, ENDED));
            ada = users.add(
                    People.SOMEBODY,
                    "Ada Lovelace",
                    new EmailAddress("ada.lovelace@example.com"),
                    Role.BILLING_MANAGER);
            plans.analyze();
        }
        // Landmarks that a test before has asked for would be in the way of those that this one asks for.
        scheduler.runDue();
    }

    List<SessionId> page(SessionQuery query, int offset) {
        return lists.page(query, offset, PAGE).stream().map(UserSession::id).toList();
    }

    OpenedSession open() {
        return registry.open(ada.id(), false, Origin.UNKNOWN).orElseThrow();
    }

    int rows(String condition) {
        return Optional.ofNullable(
                        jdbc.queryForObject("select count(*) from user_session where " + condition, Integer.class))
                .orElseThrow();
    }
}
