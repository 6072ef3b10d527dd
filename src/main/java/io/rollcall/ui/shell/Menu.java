package io.rollcall.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;

/** A menu of actions: the library's, beside a button. */
public class Menu extends ContextMenu {

    /** The library marks its items as options that may be selected, which items of a menu are not (WAI-ARIA 1.2 §5.4). */
    private static final String NOT_SELECTABLE =
            "this.updateComplete.then(() => this.removeAttribute('aria-selected'))";

    public Menu(ContextMenuPosition position) {
        setPosition(position);
    }

    /** Adds what does something. */
    protected void addAction(Component label, Runnable action) {
        addItem(label, click -> action.run()).getElement().executeJs(NOT_SELECTABLE);
    }

    /** Adds what is only to be read. */
    protected void addInformation(Component information) {
        var item = addItem(information);
        item.setEnabled(false);
        item.getElement().executeJs(NOT_SELECTABLE);
    }
}
