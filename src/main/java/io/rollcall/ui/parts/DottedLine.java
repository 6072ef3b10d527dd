package io.rollcall.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;

/** Two things in a line with a dot between them, which is not seen where the line breaks there. */
public class DottedLine extends Span {

    /** The same for cells that the browser draws: a pattern for the two pieces of markup. */
    public static final String MARKUP =
            "<span class=\"dotted\"><span>%s</span> <span><span class=\"dot\">·</span> %s</span></span>";

    public DottedLine(Component first, Component second) {
        var dot = new Span("·");
        dot.addClassName("dot");
        addClassName("dotted");
        add(new Span(first), new Span(dot, second));
    }
}
