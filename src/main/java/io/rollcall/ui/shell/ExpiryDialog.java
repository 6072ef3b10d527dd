package io.rollcall.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.rollcall.ui.live.Countdown;
import java.time.Instant;

/**
 * Says that the session is about to expire, and counts down. Not Vaadin's {@code ConfirmDialog}, which has the server refuse whatever
 * else the page says meanwhile, such as what was typed a moment ago.
 */
class ExpiryDialog extends Dialog {

    private static final String TEXT_ID = "expiry-text";

    private ExpiryDialog(String key, Instant at) {
        setHeaderTitle(getTranslation(key + ".heading"));
        setWidth("460px");
        setRole("alertdialog");
        getElement().setAttribute("aria-describedby", TEXT_ID);
        var text = new Div(new Paragraph(getTranslation(key + ".text")), new Countdown(at));
        text.setId(TEXT_ID);
        text.addClassName("expiry");
        add(text);
    }

    /** Asks whether somebody is there, which any activity answers. */
    static ExpiryDialog ofIdling(Instant at, Runnable signOut) {
        var dialog = new ExpiryDialog("expiry.idle", at);
        var leave = new Button(dialog.getTranslation("shell.sign-out"), click -> signOut.run());
        leave.setDisableOnClick(true);
        leave.addClassName("aura-accent-neutral");
        dialog.getFooter().add(leave);
        dialog.addCloser("expiry.idle.stay");
        return dialog;
    }

    /** Tells somebody who can do nothing about it but save. */
    static ExpiryDialog ofAge(Instant at) {
        var dialog = new ExpiryDialog("expiry.maximum-age", at);
        dialog.addCloser("common.close");
        return dialog;
    }

    private void addCloser(String key) {
        var closer = new Button(getTranslation(key), click -> close());
        closer.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(closer);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                closer.focus();
            }
        });
    }
}
