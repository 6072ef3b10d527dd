package io.rollcall.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

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

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation(key));
    }
}
