package io.rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What must hold in every browser engine, by {@code ./mvnw -Pengines verify}: it takes browsers that not every machine has, and
 * minutes, so an ordinary build does without.
 */
class Engines {

    /** Marks the button in the row of the session whose shortened ID this is. */
    private static final String MARK_LOGOUT = """
            () => {
                const cell = [...document.querySelectorAll('vaadin-grid-cell-content')]
                    .find(content => content.checkVisibility() && content.textContent.includes('%s'));
                const button = [...(cell?.assignedSlot?.closest('tr')?.querySelectorAll('slot') ?? [])]
                    .flatMap(slot => slot.assignedElements())
                    .filter(content => content.checkVisibility())
                    .flatMap(content => [...content.querySelectorAll('.logout')])[0];
                button?.setAttribute('data-found', '');
                return !!button;
            }""";

    private static final String EXPIRES = "rollcall-time[bound='future']";

    enum Engine {
        CHROMIUM {
            @Override
            EngineWindow window(boolean keepsCookies) {
                return PlaywrightWindow.ofChromium(keepsCookies);
            }
        },
        FIREFOX {
            @Override
            EngineWindow window(boolean keepsCookies) {
                return PlaywrightWindow.ofFirefox(keepsCookies);
            }
        },
        WEBKIT {
            @Override
            EngineWindow window(boolean keepsCookies) {
                return WebKitWindow.open(keepsCookies);
            }
        };

        abstract EngineWindow window(boolean keepsCookies);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("S10")
    void whoeverIsLoggedOutRemotelyIsSeenComingAndGoingAndFindsTheLoginScreen(Engine engine) {
        try (var owner = engine.window(true);
                var laptop = engine.window(true)) {
            signIn(owner, Office.OWNER, "/settings/active-sessions?q=customer@example.com");
            owner.awaitText("signed in across your organization");
            signIn(laptop, Office.CUSTOMER, "/settings/my-sessions");
            laptop.awaitText("My Active Sessions");
            assertThat(laptop.ask("() => location.pathname + location.search")).isEqualTo("/settings/my-sessions");
            var session = SessionsTable.shortened(idOf(laptop));
            owner.awaitText(session);
            save(owner, engine + "-list");

            owner.awaitAnswer(true, MARK_LOGOUT.formatted(session));
            owner.click("[data-found]");
            owner.awaitText("Log out this session?");
            owner.awaitText(session);
            owner.clickOn("vaadin-dialog vaadin-button, vaadin-confirm-dialog vaadin-button", "Logout");

            owner.awaitText("Session terminated");
            laptop.awaitText("Your session was ended by an administrator.");
            save(laptop, engine + "-login");
            assertThat(laptop.ask("() => location.pathname")).isEqualTo("/login");
            await().until(() -> !owner.isShown("vaadin-grid-cell-content", session));
            assertThat(status(laptop)).isEqualTo(401);
            assertThat(status(owner)).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBrowserThatKeepsNoCookieIsToldSoAndWhatToDo(Engine engine) {
        try (var window = engine.window(false)) {
            window.open(Office.server().url("/settings/my-sessions"));
            window.awaitText("Your browser did not keep the sign-in cookie.");
            window.awaitText("Allow cookies for this site");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClockThatIsSetWhileAPageIsOpenChangesNothingOnIt(Engine engine) {
        try (var window = engine.window(true)) {
            signIn(window, Office.USER, "/settings/my-sessions");
            window.awaitAnswer(true, isAnHourAhead());
            for (var hours : new int[] {-3, 20}) {
                window.ask("() => { const right = window.right ??= Date.now.bind(Date);"
                        + " Date.now = () => right() + " + hours + " * 3_600_000;"
                        + " document.dispatchEvent(new Event('visibilitychange')); }");
                window.awaitAnswer(true, isAnHourAhead());
            }
        }
    }

    @AfterAll
    static void thatWasNothingToWarnOf() {
        Office.server().requireQuiet();
    }

    private static void signIn(EngineWindow window, String email, String path) {
        window.open(Office.server().url(path));
        await().until(() -> window.isShown("input[name='username']", ""));
        window.awaitAnswer(true, Person.IS_QUIET);
        window.type("input[name='username']", email);
        window.type("input[name='password']", Office.PASSWORD);
        window.clickOn("button.submit", "Sign in");
    }

    private static String isAnHourAhead() {
        return "() => /in (1 hour|5\\d minutes)/.test(document.querySelector(`" + EXPIRES + "`)?.textContent)";
    }

    /** Asked within the page, by its own cookie; the answer comes a moment later. */
    private static Object askApi(EngineWindow window, String take) {
        window.ask("() => { window.answer = undefined; fetch('/api/session').then(" + take
                + ").then(answer => window.answer = answer); }");
        Predicate<Object> isThere = answer -> answer != null;
        return await().until(() -> window.ask("() => window.answer ?? null"), isThere);
    }

    private static String idOf(EngineWindow window) {
        return String.valueOf(askApi(window, "answer => answer.json().then(session => session.id)"));
    }

    private static Object status(EngineWindow window) {
        return askApi(window, "answer => answer.status");
    }

    private static void save(EngineWindow window, String name) {
        window.screenshot(Path.of("target", "screenshots", name.toLowerCase() + ".png"));
    }
}
