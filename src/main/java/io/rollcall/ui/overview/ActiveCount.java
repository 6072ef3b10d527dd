package io.rollcall.ui.overview;

import com.vaadin.flow.component.html.Span;
import io.rollcall.ui.shell.ScreenLink;
import io.rollcall.ui.shell.SettingsLinks;

/** How many sessions are active now, and the way to them. */
class ActiveCount extends Panel {

    private final Span number = new Span();
    private final Span what = new Span();

    ActiveCount() {
        super("overview.active");
        number.addClassName("figure");
        addClassName("panel-count");
        add(number, what, new ScreenLink(SettingsLinks.ACTIVE_SESSIONS, "overview.active.all"));
    }

    void show(int active) {
        number.setText(getTranslation("overview.number", active));
        what.setText(getTranslation("overview.active.what", active));
    }
}
