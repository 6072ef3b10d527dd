package io.rollcall.ui;

import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import io.rollcall.ManualExecutor;
import io.rollcall.ManualScheduler;
import io.rollcall.People;
import io.rollcall.TestClock;
import io.rollcall.device.Device;
import io.rollcall.security.CurrentUser;
import io.rollcall.session.LiveSession;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import io.rollcall.ui.live.LiveRefresh;
import io.rollcall.ui.live.Ticks;
import io.rollcall.user.Actor;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.SessionId;
import io.rollcall.user.User;
import io.rollcall.user.UserId;
import io.rollcall.user.UserImport;
import io.rollcall.user.Users;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import kotlin.jvm.functions.Function0;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Base of tests of screens: the whole program over an empty database in memory, one browser page without a browser, a clock
 * that stands still and nothing that runs by itself.
 */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};MODE=PostgreSQL;DB_CLOSE_DELAY=-1",
            "spring.datasource.generate-unique-name=false",
            "rollcall.data-directory=target/test-data"
        })
@Import(ScreenTests.Beans.class)
public abstract class ScreenTests {

    private static final Routes ROUTES = Screens.routes();

    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }

        @Bean
        ManualScheduler taskScheduler(Clock clock) {
            return new ManualScheduler(clock);
        }

        @Bean
        @Primary
        @Qualifier("screens")
        ManualExecutor screensByHand() {
            return new ManualExecutor();
        }

        @Bean
        TaskExecutor applicationTaskExecutor() {
            return new SyncTaskExecutor();
        }
    }

    @Autowired
    protected TestClock clock;

    @Autowired
    protected ManualScheduler scheduler;

    @Autowired
    protected ManualExecutor screens;

    @Autowired
    protected LiveRefresh live;

    @Autowired
    protected SessionRegistry registry;

    @Autowired
    protected Users users;

    @Autowired
    protected CurrentUser currentUser;

    @Autowired
    protected JdbcTemplate jdbc;

    @Autowired
    private ApplicationContext context;

    private User administrator;

    /** Somebody who may do everything, for what a test prepares. */
    protected final Actor console =
            new Actor(new UserId(0), "Test", Role.ACCOUNT_OWNER, new SessionId(UUID.randomUUID()), null);

    /** What the pages of tests before this one have left. */
    private int keptFreshBefore;

    @BeforeEach
    void startWithAnEmptyDatabase() {
        keptFreshBefore = Ticks.subscriptions(live);
        clock.reset();
        for (var table : new String[] {"user_session", "invitation", "audit_entry", "sign_in_attempt", "app_user"}) {
            jdbc.update("delete from " + table);
        }
        // tells those who remember accounts
        context.getBean(UserImport.class).add(List.of());
    }

    @AfterEach
    void closeThePage() {
        MockVaadin.tearDown();
        MockVaadin.setMockRequestFactory(FakeRequest::new);
    }

    /** How much on this test's page is kept fresh beside its frame. */
    protected int keptFresh() {
        return Ticks.subscriptions(live) - keptFreshBefore - 1;
    }

    /** Adds an account; {@code name@example.com}, in lower case and without spaces, is its email. */
    protected User addUser(String name, Role role) {
        var email = name.toLowerCase().replace(" ", "") + "@example.com";
        return users.add(console, name, EmailAddress.parse(email).orElseThrow(), role);
    }

    /** Opens a session on a Chrome on macOS somewhere on the internet, without a page. */
    protected LiveSession openSession(User user) {
        var device = new Device("Chrome", "143", "macOS", Device.Kind.DESKTOP);
        return openSession(user, new Origin(device, "203.0.113.7", null, null));
    }

    protected LiveSession openSession(User user, Origin origin) {
        return registry.open(user.id(), false, origin).orElseThrow().session();
    }

    /** Does something in the session of somebody who has no page here. */
    protected void touch(LiveSession session) {
        registry.touch(((Verdict.Valid) registry.stateOf(session.id())).session());
    }

    protected void demote(User user) {
        users.edit(
                console,
                user.id(),
                People.edit(user, user.name(), user.profile().email(), Role.USER));
    }

    /** Runs something while the database has no sessions to answer with. */
    protected void withoutTheTable(Runnable meanwhile) {
        jdbc.execute("alter table user_session rename to user_session_away");
        try {
            meanwhile.run();
        } finally {
            jdbc.execute("alter table user_session_away rename to user_session");
        }
    }

    /** Does something that a screen refuses, as the page's error handler tells. */
    protected static void assertRefused(ThrowingCallable action) {
        var refusal = catchThrowable(action);
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(refusal));
        NotificationsKt.expectNotifications("You may not do that.");
    }

    /** Somebody else who ends sessions. */
    protected Actor administrator() {
        if (administrator == null) {
            administrator = addUser("Administrator", Role.ACCOUNT_OWNER);
        }
        return new Actor(
                administrator.id(), administrator.name(), administrator.role(), new SessionId(UUID.randomUUID()), null);
    }

    /** Lets the second pass in which open pages follow what happened. */
    protected void tick() {
        Ticks.pass(live);
        runDue();
    }

    /** Lets open pages do whose time has come. */
    protected void runDue() {
        scheduler.runDue();
        screens.runAll();
        MockVaadin.clientRoundtrip(false);
    }

    /** Signs a new person in who holds the role, and opens the page at {@code /}. The name is the role's. */
    protected User signInAs(Role role) {
        var name = switch (role) {
            case ACCOUNT_OWNER -> "Account Owner";
            case BILLING_MANAGER -> "Billing Manager";
            case USER -> "Standard User";
            case CUSTOMER -> "Customer";
        };
        var user = addUser(name, role);
        openPage(openSession(user));
        return user;
    }

    /** Opens a page that belongs to the session. */
    protected void openPage(LiveSession session) {
        MockVaadin.setMockRequestFactory(http -> new SignedInRequest(http, session.id(), currentUser));
        openPage();
    }

    /** Opens a page of somebody who is not signed in. */
    protected void openPageOfNobody() {
        MockVaadin.setMockRequestFactory(FakeRequest::new);
        openPage();
    }

    private void openPage() {
        Function0<UI> uis = MockedUI::new;
        MockVaadin.setup(uis, new MockSpringServlet(ROUTES, context, uis));
        UI.getCurrent().getInternals().setPushConnection(new Listening());
    }
}
