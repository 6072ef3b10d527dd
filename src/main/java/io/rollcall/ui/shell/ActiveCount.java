package io.rollcall.ui.shell;

import com.vaadin.flow.component.html.Span;

/** How many sessions are active now, and the way to them. */
class ActiveCount extends Panel {

    ActiveCount(int active) {
        super("overview.active");
        var number = new Span(getTranslation("overview.number", active));
        number.addClassName("figure");
        var link = new ScreenLink("settings/active-sessions", "overview.active.all");
        addClassName("panel-count");
        add(number, new Span(getTranslation("overview.active.what", active)), link);
    }
}
