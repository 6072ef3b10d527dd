package io.rollcall.ui.shell;

import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.rollcall.user.User;
import java.util.List;

/** Who is signed in here, and what that person may do about it. */
class AccountMenu extends Div {

    private final NativeButton opener = new NativeButton();
    private final Menu menu = new Menu(ContextMenuPosition.TOP_START);
    private final List<AccountAction> actions;
    private final Runnable signOut;

    AccountMenu(List<AccountAction> actions, Runnable signOut) {
        this.actions = actions;
        this.signOut = signOut;
        opener.addClassName("account");
        opener.getElement().setAttribute("aria-haspopup", "menu");
        menu.setTarget(opener);
        menu.setOpenOnClick(true);
        menu.addOpenedChangeListener(
                change -> opener.getElement().setAttribute("aria-expanded", String.valueOf(change.isOpened())));
        add(opener);
    }

    void show(User user) {
        opener.removeAll();
        opener.add(new UserLabel(user));
        opener.setAriaLabel(getTranslation("shell.account.of", NameLabel.inText(user), user.email()));
        menu.removeAll();
        menu.addInformation(card(user));
        actions.forEach(action -> addItem(action.icon(), action.key(), action::start));
        addItem(Icons.LOGOUT, "shell.sign-out", signOut);
    }

    private static Div card(User user) {
        var card = new Div(new UserLabel(user), Badge.of(user.role()));
        card.addClassName("account-card");
        return card;
    }

    private void addItem(Icons icon, String key, Runnable action) {
        var label = new Span(icon.create(), new Span(getTranslation(key)));
        label.addClassName("menu-item");
        menu.addAction(label, action);
    }
}
