package io.rollcall.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.time.Instant;

/** A moment that lies behind, as the browser tells it ("3 minutes ago"), ticking by itself, with the exact local time as its tooltip. */
@Tag("rollcall-time")
public class RelativeTime extends Component {

    public RelativeTime(Instant moment) {
        getElement().setAttribute("datetime", moment.toString()).setAttribute("bound", "past");
    }
}
