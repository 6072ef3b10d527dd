package io.rollcall.ui.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.time.Instant;

/** How long it is until a moment ("1 minute 45 seconds"), counted by the browser. Screen readers read it when they come to it, and not each second. */
@Tag("rollcall-countdown")
@JavaScript("context://countdown.js")
public class Countdown extends Component {

    public Countdown(Instant to) {
        getElement().setAttribute("to", to.toString());
        getElement().setAttribute("lang", getTranslation("time.language"));
        getElement().setAttribute("role", "timer");
    }
}
