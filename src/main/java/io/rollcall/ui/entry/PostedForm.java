package io.rollcall.ui.entry;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import io.rollcall.security.Destination;
import java.util.Optional;

/**
 * A form that the browser itself posts to the sign-in, as it would without scripts, so that password managers recognise it; the
 * fields' own inputs carry the names.
 */
@Tag("form")
class PostedForm extends HtmlContainer {

    /** By which the sign-in knows what is posted. */
    static final String EMAIL = "username";

    static final String PASSWORD = "password";

    /** @param destination the page to go to afterwards */
    PostedForm(Optional<String> destination) {
        getElement()
                .setAttribute("method", "post")
                .setAttribute("action", Destination.loginFor(destination))
                .setAttribute("novalidate", true);
        addClassName("fields");
    }

    /**
     * Has the browser post what stands in it. The page is the login screen from then on: its connection ends with the sign-in, whereupon
     * it would load itself anew, and sometimes sooner than the answer comes.
     */
    void post() {
        getElement().executeJs("history.replaceState(history.state, '', this.action); this.submit();");
    }
}
