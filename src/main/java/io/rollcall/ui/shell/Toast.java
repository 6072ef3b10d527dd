package io.rollcall.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.i18n.I18NProvider;

/** A short message that leaves by itself. */
public final class Toast {

    private static final int SHORT_MS = 4000;
    private static final int LONG_MS = 8000;

    private Toast() {}

    /** That something was done. */
    public static void done(String key, Object... params) {
        show(SHORT_MS, key, params).addThemeVariants(NotificationVariant.SUCCESS);
    }

    /** Something to know; nothing went wrong and nothing was done. */
    public static void note(String key, Object... params) {
        show(SHORT_MS, key, params);
    }

    /** That something could not be done. */
    public static void failed(String key, Object... params) {
        var toast = show(LONG_MS, key, params);
        toast.addThemeVariants(NotificationVariant.ERROR);
        toast.setAssertive(true);
    }

    /** Something to know that stays until it is closed, since nobody may be there to read it. */
    public static void stays(String key) {
        var toast = new Notification();
        var close = new Button(I18NProvider.translate("common.close"), click -> toast.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        toast.add(new Span(I18NProvider.translate(key)), close);
        toast.addThemeVariants(NotificationVariant.WARNING);
        toast.setAssertive(true);
        toast.setPosition(Notification.Position.BOTTOM_CENTER);
        toast.open();
    }

    private static Notification show(int forMs, String key, Object... params) {
        return Notification.show(I18NProvider.translate(key, params), forMs, Notification.Position.BOTTOM_CENTER);
    }
}
