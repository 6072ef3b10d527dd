package io.rollcall.ui.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import io.rollcall.ui.ScreenTests;
import io.rollcall.ui.Shown;
import io.rollcall.user.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ErrorPagesTests extends ScreenTests {

    @Test
    void anUnknownAddressSaysSo() {
        signInAs(Role.USER);
        failToEnter(new NotFoundException());
        _assertOne(ErrorPage.Unknown.class);
        assertThat(Shown.text()).contains("Page not found", "Go to the overview", "Settings");
    }

    @Test
    void whoeverMayNotSeeAScreenReadsThat() {
        signInAs(Role.USER);
        failToEnter(new AccessDeniedException());
        _assertOne(ErrorPage.Refused.class);
        assertThat(Shown.text()).contains("You may not see this page");
    }

    @Test
    void whatAServiceRefusesIsRefusedAlike() {
        signInAs(Role.USER);
        failToEnter(new org.springframework.security.access.AccessDeniedException("because"));
        _assertOne(ErrorPage.Refused.class);
    }

    @Test
    @Tag("S42")
    void aScreenThatFailsTellsNothingOfWhy() {
        signInAs(Role.USER);
        failToEnter(new IllegalStateException("canary"));
        _assertOne(ErrorPage.Failed.class);
        assertThat(Shown.text()).contains("This page could not be shown").doesNotContain("canary", "!{");
    }

    @Test
    @Tag("S42")
    void anActionThatFailsTellsNothingOfWhyAndClaimsNothing() {
        signInAs(Role.USER);
        failToAct(new IllegalStateException("canary"));
        NotificationsKt.expectNotifications(
                "Something went wrong, and it is not certain what was done. Reload the page to see how things stand.");
    }

    @Test
    void aRefusedActionSaysSo() {
        signInAs(Role.USER);
        failToAct(new org.springframework.security.access.AccessDeniedException("because"));
        NotificationsKt.expectNotifications("You may not do that.");
    }

    private static void failToEnter(RuntimeException failure) {
        var registration = UI.getCurrent().addBeforeEnterListener(event -> throwOnce(event, failure));
        UI.getCurrent().navigate("settings/users");
        registration.remove();
    }

    private static void throwOnce(BeforeEnterEvent event, RuntimeException failure) {
        if (event.getLocation().getPath().equals("settings/users")
                && !ErrorPage.class.isAssignableFrom(event.getNavigationTarget())) {
            throw failure;
        }
    }

    private static void failToAct(RuntimeException failure) {
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(failure));
    }
}
