package io.rollcall.ui.users;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.rollcall.ui.shell.NameLabel;
import io.rollcall.user.User;
import java.util.List;
import java.util.function.Consumer;

/** What can be done with one of the users, beside that user's row: one for the whole list. */
class ActionMenu extends Popover {

    private String buttonId = "";

    ActionMenu() {
        setPosition(PopoverPosition.BOTTOM_END);
        setOpenOnClick(false);
        setModal(true);
        setAutofocus(true);
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                returnFocus();
            }
        });
    }

    /** To the button, before anything else opens, so that this in turn gives the focus back to it. */
    private void returnFocus() {
        getElement().executeJs("document.getElementById($0)?.focus({ preventScroll: true })", buttonId);
    }

    /** @param buttonId the id of the element beside which it opens */
    void open(String buttonId, User user, List<UserAction> actions, Consumer<UserAction> chosen) {
        removeAll();
        this.buttonId = buttonId;
        setFor(buttonId);
        setAriaLabel(getTranslation("users.actions.of", NameLabel.inText(user)));
        actions.forEach(action -> add(item(action, chosen)));
        open();
    }

    private Button item(UserAction action, Consumer<UserAction> chosen) {
        var button = new Button(getTranslation(action.key()), click -> {
            // The second of two clicks may come with the first.
            if (isOpened()) {
                close();
                chosen.accept(action);
            }
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassNames("menu-item", "aura-accent-neutral");
        return button;
    }
}
