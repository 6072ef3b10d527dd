package io.rollcall.ui.live;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.RpcInvocationEvent;
import com.vaadin.flow.server.communication.RpcInvocationListener;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * Brings our icon and browser code into every page, and tells that the server's time with each answer: the browser's clock may be
 * wrong, and either may be set while the page is open.
 */
@Component
public class BrowserCode implements VaadinServiceInitListener {

    /** What a page says that doubts its clock; the answer tells. */
    private static final String TIME_ASKED = "rollcall-time-asked";

    /** Marks a request whose answer tells already, as it may bring many invocations. */
    private static final String TOLD = BrowserCode.class.getName();

    private final Clock clock;

    BrowserCode(Clock clock) {
        this.clock = clock;
    }

    /** Tells a page what time it is here. */
    public static void tellTime(UI ui, InstantSource clock) {
        ui.getPage().executeJs("window.rollcall.setTime($0)", (double) clock.millis());
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> start(init.getUI()));
        event.getSource().addRpcInvocationListener(new RpcInvocationListener() {
            @Override
            public void invocationStarted(RpcInvocationEvent happened) {
                var request = VaadinRequest.getCurrent();
                if (request.getAttribute(TOLD) == null) {
                    request.setAttribute(TOLD, true);
                    tellTime(happened.getUI(), clock);
                }
            }
        });
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
        ui.getElement().addEventListener(TIME_ASKED, asked -> {});
    }
}
