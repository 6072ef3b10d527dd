package io.rollcall.ui.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorPagesTests extends ScreenTests {

    @Test
    void anUnknownAddressSaysSo() {
        signInAs(Role.USER);
        failToEnter("", new NotFoundException());
        _assertOne(ErrorPage.Unknown.class);
        assertThat(Shown.text()).contains("Page not found", "Go to the overview", "Settings");
    }

    @Test
    void whoeverMayNotSeeAScreenReadsThat() {
        signInAs(Role.USER);
        failToEnter(new AccessDeniedException());
        assertThat(Shown.text()).contains("You may not see this page");
    }

    @ParameterizedTest
    @CsvSource({"ACCOUNT_OWNER, 'Users, Active Sessions, Session History, My Sessions'", "USER, 'Users, My Sessions'"})
    void belowTheSettingsTheirTabsStay(Role role, String tabs) {
        signInAs(role);
        failToEnter(new AccessDeniedException());
        _assertOne(ErrorPage.RefusedSetting.class);
        assertThat(tabs()).isEqualTo(tabs);
        failToEnter(new NotFoundException());
        _assertOne(ErrorPage.UnknownSetting.class);
        assertThat(tabs()).isEqualTo(tabs);
        assertThat(Shown.text()).contains("Page not found");
        failToEnter("", new AccessDeniedException());
        _assertOne(ErrorPage.Refused.class);
        _assertNone(SettingsLayout.class);
    }

    private static String tabs() {
        return _find(_get(SettingsLayout.class), ScreenLink.class).stream()
                .map(Shown::text)
                .filter(text -> !text.equals("Go to the overview"))
                .collect(Collectors.joining(", "));
    }

    @Test
    void whatAServiceRefusesIsRefusedAlike() {
        signInAs(Role.USER);
        failToEnter(new org.springframework.security.access.AccessDeniedException("because"));
        _assertOne(ErrorPage.RefusedSetting.class);
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
        failToEnter("settings/users", failure);
    }

    private static void failToEnter(String path, RuntimeException failure) {
        var registration = UI.getCurrent().addBeforeEnterListener(event -> throwOnce(event, path, failure));
        UI.getCurrent().navigate(path);
        registration.remove();
    }

    private static void throwOnce(BeforeEnterEvent event, String path, RuntimeException failure) {
        if (event.getLocation().getPath().equals(path)
                && !ErrorPage.class.isAssignableFrom(event.getNavigationTarget())) {
            throw failure;
        }
    }

    private static void failToAct(RuntimeException failure) {
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(failure));
    }
}
