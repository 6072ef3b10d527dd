package io.rollcall.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Brings our icon and browser code into every page, and tells that the server's time once, in case the browser's clock is wrong. */
@Component
class BrowserCode implements VaadinServiceInitListener {

    private final Clock clock;

    BrowserCode(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> start(init.getUI()));
        event.addIndexHtmlRequestListener(page -> page.getDocument()
                .head()
                .appendElement("link")
                .attr("rel", "icon")
                .attr("type", "image/svg+xml")
                .attr("href", "favicon.svg"));
    }

    private void start(UI ui) {
        ui.getPage().addJavaScript("context://relative-time.js");
        ui.getPage().addJavaScript("context://copy.js");
        ui.getPage()
                .executeJs(
                        "window.rollcall.startTime($0, $1, $2)",
                        (double) clock.millis(),
                        ui.getTranslation("time.language"),
                        ui.getTranslation("time.just-now"));
    }
}
