package io.rollcall.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/**
 * Tells every page's {@code connection.js}, by which that learns what changes and knows when it does not, what it needs
 * ({@code docs/decisions/2026-12-01-connection.md}).
 */
@Component
class Connection implements VaadinServiceInitListener {

    /** As often as {@code connection.js} tries. */
    private static final int AGAIN_MS = 2500;

    /** What a page says whose predecessor was loaded anew while something that a person did was on its way. */
    private static final String NOT_DONE = "rollcall-not-done";

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> start(init.getUI()));
    }

    private static void start(UI ui) {
        var reconnecting = ui.getReconnectDialogConfiguration();
        reconnecting.setReconnectInterval(AGAIN_MS);
        reconnecting.setDialogText(ui.getTranslation("connection.away"));
        reconnecting.setDialogTextGaveUp(ui.getTranslation("connection.away"));
        ui.getElement().addEventListener(NOT_DONE, told -> Toast.stays("connection.not-done"));
        ui.getPage().executeJs("window.rollcall.startConnection($0)", ui.getTranslation("connection.back"));
    }
}
