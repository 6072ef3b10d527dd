package io.rollcall.ui.list;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import io.rollcall.ui.shell.Toast;
import io.rollcall.user.LastOwnerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;

/**
 * Asks before something ends. {@code Cancel} has the focus, and the other button acts once however often it is clicked. Nothing is
 * claimed that did not happen: after a failure, which it tells of, it stays for another try.
 */
public class DestructiveDialog extends Question {

    private static final Logger log = LoggerFactory.getLogger(DestructiveDialog.class);

    private final Paragraph refusal = new Paragraph();

    /**
     * @param question above all else
     * @param actionKey of what stands on the button that does it
     * @param action does it, and says so
     */
    public DestructiveDialog(String question, String actionKey, Runnable action) {
        super(question, I18NProvider.translate(actionKey), "460px");
        confirm.addThemeVariants(ButtonVariant.ERROR);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> attempt(action));
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                cancel.focus();
            }
        });
    }

    private void attempt(Runnable action) {
        try {
            action.run();
            close();
        } catch (AccessDeniedException e) {
            throw e; // the frame refuses
        } catch (LastOwnerException e) {
            refusal.setText(getTranslation("users.last-owner"));
            add(refusal);
        } catch (RuntimeException e) {
            log.warn("What a dialog asked for could not be done", e);
            Toast.failed("common.could-not");
        }
        confirm.setEnabled(isOpened());
    }
}
