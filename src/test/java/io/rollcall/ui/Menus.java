package io.rollcall.ui;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import java.util.List;

/** Menus without a browser, which opens them. */
public final class Menus {

    private Menus() {}

    public static List<String> offered(ContextMenu menu) {
        return menu.getItems().stream()
                .filter(MenuItem::isEnabled)
                .map(Shown::text)
                .toList();
    }

    /** Clicks an item, whether or not the menu lets it be clicked a second time. */
    public static void click(ContextMenu menu, String text) {
        var item = menu.getItems().stream()
                .filter(offered -> Shown.text(offered).equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + text + " among " + offered(menu)));
        ComponentUtil.fireEvent(item, new ClickEvent<MenuItem>(item));
    }
}
