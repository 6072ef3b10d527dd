package io.rollcall.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A screen in place of one that there is not, or not for this person: what happened and where to go from here. */
abstract class ErrorPage extends Div implements HasDynamicTitle {

    private static final Logger log = LoggerFactory.getLogger(ErrorPage.class);

    private final String key;

    ErrorPage(String key) {
        this.key = key;
        addClassName("error-page");
        add(
                new H1(getTranslation(key)),
                new Paragraph(getTranslation(key + ".advice")),
                new ScreenLink("", "error.to-overview"));
    }

    /** There is nothing at this address. */
    @ParentLayout(MainLayout.class)
    @AnonymousAllowed
    static class Unknown extends ErrorPage implements HasErrorParameter<NotFoundException> {
        Unknown() {
            super("error.unknown");
        }

        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
            if (isOfTheSettings(event)) {
                event.rerouteToError(new UnknownSettingException(), "");
            }
            return HttpStatusCode.NOT_FOUND.getCode();
        }
    }

    /** The address is of a screen that this person may not see. */
    @ParentLayout(MainLayout.class)
    @AnonymousAllowed
    static class Refused extends ErrorPage implements HasErrorParameter<AccessDeniedException> {
        Refused() {
            super("error.refused");
        }

        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
            if (isOfTheSettings(event)) {
                event.rerouteToError(new RefusedSettingException(), "");
            }
            return HttpStatusCode.FORBIDDEN.getCode();
        }
    }

    /** Below the settings there are still their tabs, as far as this person may see them. */
    static class UnknownSettingException extends RuntimeException {}

    /** So for one that is refused. */
    static class RefusedSettingException extends RuntimeException {}

    @ParentLayout(SettingsLayout.class)
    @AnonymousAllowed
    static class UnknownSetting extends ErrorPage implements HasErrorParameter<UnknownSettingException> {
        UnknownSetting() {
            super("error.unknown");
        }

        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<UnknownSettingException> parameter) {
            return HttpStatusCode.NOT_FOUND.getCode();
        }
    }

    @ParentLayout(SettingsLayout.class)
    @AnonymousAllowed
    static class RefusedSetting extends ErrorPage implements HasErrorParameter<RefusedSettingException> {
        RefusedSetting() {
            super("error.refused");
        }

        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<RefusedSettingException> parameter) {
            return HttpStatusCode.FORBIDDEN.getCode();
        }
    }

    private static boolean isOfTheSettings(BeforeEnterEvent event) {
        return event.getLocation().getFirstSegment().equals(SettingsLinks.SETTINGS);
    }

    /** The screen could not be built. Why stands in the log alone. */
    @ParentLayout(MainLayout.class)
    @AnonymousAllowed
    static class Failed extends ErrorPage implements HasErrorParameter<Exception> {
        Failed() {
            super("error.failed");
        }

        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
            var failure = parameter.getCaughtException();
            // A service refused, and the annotations of the screen did not.
            if (failure instanceof org.springframework.security.access.AccessDeniedException) {
                event.rerouteToError(AccessDeniedException.class);
                return HttpStatusCode.FORBIDDEN.getCode();
            }
            log.error("Could not show /{}", event.getLocation().getPath(), failure);
            return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation(key));
    }
}
