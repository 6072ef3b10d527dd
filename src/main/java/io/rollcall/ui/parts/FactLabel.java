package io.rollcall.ui.parts;

import com.vaadin.flow.component.html.Span;

/** One fact of a session; where it was not captured, that it was not, and why that is no reason to worry. */
public class FactLabel extends Span {

    public FactLabel(SessionText.Fact fact) {
        super(fact.text());
        if (!fact.isKnown()) {
            addClassName("unknown");
            setTitle(fact.hint());
        }
    }
}
