package io.rollcall.ui.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.rollcall.session.EndReason;
import io.rollcall.session.LiveSession;
import io.rollcall.session.Verdict;
import io.rollcall.ui.ScreenTests;
import io.rollcall.ui.Shown;
import io.rollcall.ui.live.Countdown;
import io.rollcall.user.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Before a session expires; by default after an hour of nothing, and after a day in any case. */
@Tag("S11")
class PresenceTests extends ScreenTests {

    private static final Duration ALMOST_TWO_MINUTES = Duration.ofSeconds(119);

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoeverDoesNothingIsAskedTwoMinutesBeforeTheIdleLimit(Role role) {
        signInAs(role);
        pass(Duration.ofHours(1).minus(Duration.ofSeconds(121)));
        _assertNone(ExpiryDialog.class);

        pass(Duration.ofSeconds(1));

        assertThat(Shown.text(_get(ExpiryDialog.class)))
                .contains("Are you still there?", "unsaved changes will be lost")
                .doesNotContain("!{");
        assertThat(buttons()).containsExactly("Sign out", "Stay signed in");
        assertThat(_get(Countdown.class).getElement().getAttribute("to"))
                .isEqualTo(session().expiresAt().toString());
    }

    @Test
    void theQuestionIsAskedOnce() {
        signInAs(Role.USER);
        beIdle();
        var asked = _get(ExpiryDialog.class);
        pass(Duration.ofMinutes(1));
        assertThat(_get(ExpiryDialog.class)).isSameAs(asked);
    }

    @Test
    void whatIsDoneOnAnotherPageAnswersHere() {
        signInAs(Role.USER);
        beIdle();

        touch(session());

        tick();
        _assertNone(ExpiryDialog.class);
    }

    @Test
    void whateverIsDoneOnThePageAnswersToo() {
        signInAs(Role.USER);
        beIdle();

        reportActivity();

        pass(Duration.ofSeconds(3));
        _assertNone(ExpiryDialog.class);
    }

    @Test
    void whoeverReachesForAButtonStillFindsIt() {
        signInAs(Role.USER);
        var session = session();
        beIdle();

        reportActivity();
        pass(Duration.ofSeconds(2));

        click("Sign out");
        assertThat(registry.stateOf(session.id())).isEqualTo(new Verdict.Ended(EndReason.SIGNED_OUT, true));
    }

    @Test
    void whoeverStaysIsAskedAgainTheNextTime() {
        signInAs(Role.USER);
        beIdle();
        touch(session());
        click("Stay signed in");
        _assertNone(ExpiryDialog.class);

        beIdle();

        _assertOne(ExpiryDialog.class);
    }

    /** What was done to close it was not a person's doing, or the server has not heard of it. */
    @Test
    void aQuestionThatIsClosedWithoutAnAnswerComesAgain() {
        signInAs(Role.USER);
        beIdle();
        _get(ExpiryDialog.class).close();
        tick();
        _assertOne(ExpiryDialog.class);
    }

    @Test
    void theQuestionStandsUntilThePageIsClosed() {
        signInAs(Role.USER);
        beIdle();
        pass(Duration.ofMinutes(3));
        _assertOne(ExpiryDialog.class);
    }

    @Test
    void beforeTheAbsoluteLimitPeopleAreToldOnceAndMayOnlyCloseIt() {
        signInAs(Role.USER);
        var session = session();
        for (var hours = 0; hours < 47; hours++) {
            pass(Duration.ofMinutes(30));
            touch(session);
        }
        pass(Duration.ofMinutes(30).minus(ALMOST_TWO_MINUTES));

        assertThat(Shown.text(_get(ExpiryDialog.class)))
                .contains("You need to sign in again soon", "Save what you are working on")
                .doesNotContain("!{");
        assertThat(buttons()).containsExactly("Close");

        click("Close");
        touch(session);
        pass(Duration.ofSeconds(30));
        _assertNone(ExpiryDialog.class);
    }

    @Test
    void nobodyIsAskedOnAPageOfNobody() {
        openPageOfNobody();
        UI.getCurrent().navigate("login");
        pass(Duration.ofHours(1).minus(ALMOST_TWO_MINUTES));
        _assertNone(ExpiryDialog.class);
        assertThat(_find(Presence.class)).isEmpty();
    }

    private LiveSession session() {
        return currentUser.session().orElseThrow();
    }

    /** Until less than two minutes are left. */
    private void beIdle() {
        pass(Duration.ofHours(1).minus(ALMOST_TWO_MINUTES));
        _assertOne(ExpiryDialog.class);
    }

    private void pass(Duration time) {
        clock.advance(time);
        tick();
    }

    /** As the browser does; that it counts is for the door to say. */
    private void reportActivity() {
        touch(session());
        BasicUtilsKt._fireDomEvent(_get(Presence.class), "rollcall-activity");
    }

    private static List<String> buttons() {
        return _find(_get(ExpiryDialog.class), Button.class).stream()
                .map(Button::getText)
                .toList();
    }

    private static void click(String button) {
        _click(_get(_get(ExpiryDialog.class), Button.class, spec -> spec.withText(button)));
    }
}
