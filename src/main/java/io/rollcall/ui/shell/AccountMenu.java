package io.rollcall.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.rollcall.user.User;

/** Who is signed in here, and what that person may do about it. */
class AccountMenu extends Div {

    private final NativeButton opener = new NativeButton();
    private final Popover popover = new Popover();
    private final Runnable about;
    private final Runnable signOut;

    AccountMenu(Runnable about, Runnable signOut) {
        this.about = about;
        this.signOut = signOut;
        opener.addClassName("account");
        popover.setTarget(opener);
        popover.setPosition(PopoverPosition.TOP_START);
        popover.setModal(true);
        popover.setAutofocus(true);
        popover.setAriaLabel(getTranslation("shell.account"));
        add(opener, popover);
    }

    void show(User user) {
        opener.removeAll();
        opener.add(new UserLabel(user));
        opener.setAriaLabel(getTranslation("shell.account.of", NameLabel.inText(user), user.email()));
        popover.removeAll();
        popover.add(card(user), item(Icons.INFO, "shell.about", about), item(Icons.LOGOUT, "shell.sign-out", signOut));
    }

    private Div card(User user) {
        var card = new Div(new UserLabel(user), Badge.of(user.role()));
        card.addClassName("account-card");
        return card;
    }

    private Component item(Icons icon, String key, Runnable action) {
        var button = new Button(getTranslation(key), icon.create(), click -> {
            popover.close();
            action.run();
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassNames("menu-item", "aura-accent-neutral");
        return button;
    }
}
