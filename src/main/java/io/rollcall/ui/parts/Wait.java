package io.rollcall.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells how long to wait after too many tries at a password, until that is over. */
public final class Wait {

    /**
     * What is read out when it comes is not read out again each second, but once more when it is over. A wait is that of somebody: with
     * another email in its place it does not hold.
     */
    private static final String COUNT_DOWN = """
            const [button, whose, milliseconds, text, over, language] = [$0, $1, $2, $3, $4, $5];
            const seconds = new Intl.NumberFormat(language, { style: 'unit', unit: 'second', unitDisplay: 'long' });
            const until = performance.now() + milliseconds;
            const email = () => whose?.querySelector('input')?.value;
            const waiting = email();
            const after = document.createElement('span');
            after.className = 'waited';
            after.setAttribute('role', 'status');
            this.after(after);
            button.disabled = true;
            const tick = () => {
                const left = Math.ceil((until - performance.now()) / 1000);
                const words = this.querySelector('[slot=error-message]');
                if (!this.isConnected) {
                    return;
                }
                if (left > 0 && email() === waiting) {
                    this.invalid = true;
                    words.setAttribute('aria-live', 'off');
                    words.textContent = text.replace('{0}', seconds.format(left));
                    setTimeout(tick, 1000);
                    return;
                }
                words.removeAttribute('aria-live');
                this.invalid = false;
                button.disabled = false;
                after.textContent = over;
            };
            setTimeout(tick, 1000);""";

    private Wait() {}

    /**
     * Says it beside a field, counting down, and keeps a button off for so long.
     *
     * @param whose the field with the email that was tried, or null where it cannot be changed
     */
    public static void tell(PasswordField field, Component button, @Nullable Component whose, Duration wait) {
        var left = Math.max(1, wait.plusMillis(999).toSeconds());
        field.setErrorMessage(translate("login.slowed", translate("time.seconds", left)));
        field.setInvalid(true);
        field.getElement()
                .executeJs(
                        COUNT_DOWN,
                        button.getElement(),
                        whose == null ? null : whose.getElement(),
                        (double) wait.toMillis(),
                        translate("login.slowed", "{0}"),
                        translate("login.slowed.over"),
                        translate("time.language"));
    }

    private static String translate(String key, Object... params) {
        return I18NProvider.translate(key, params);
    }
}
