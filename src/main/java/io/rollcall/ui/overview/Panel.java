package io.rollcall.ui.overview;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.H2;

/** A part of the overview, with a heading. */
@Tag("section")
class Panel extends HtmlContainer {

    Panel(String heading) {
        addClassNames("card", "panel");
        add(new H2(getTranslation(heading)));
    }
}
