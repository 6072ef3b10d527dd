package io.rollcall.ui.overview;

import com.vaadin.flow.component.html.Span;
import io.rollcall.ui.shell.ScreenLink;
import io.rollcall.ui.shell.SettingsLinks;

/** How many sessions are active now, and the way to them. */
class ActiveCount extends Panel {

    ActiveCount(int active) {
        super("overview.active");
        var number = new Span(getTranslation("overview.number", active));
        number.addClassName("figure");
        var link = new ScreenLink(SettingsLinks.ACTIVE_SESSIONS, "overview.active.all");
        addClassName("panel-count");
        add(number, new Span(getTranslation("overview.active.what", active)), link);
    }
}
