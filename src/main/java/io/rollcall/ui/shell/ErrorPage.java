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

/** A screen in place of one that there is not, or not for this person: what happened and where to go from here. */
abstract class ErrorPage extends Div implements HasDynamicTitle {

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
            return HttpStatusCode.FORBIDDEN.getCode();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation(key));
    }
}
