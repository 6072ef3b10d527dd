package io.rollcall.ui.users;

import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.html.Span;
import io.rollcall.ui.shell.Menu;
import java.util.List;
import java.util.function.Consumer;

/** What can be done with one of the users, beside that user's row: one for the whole list. */
class ActionMenu extends Menu {

    /**
     * Opens beside a button that the browser has drawn and the server knows nothing of, once the items are there. Where that has gone
     * meanwhile, the menu says that it is closed.
     */
    private static final String OPEN = """
            setTimeout(() => {
                const button = document.getElementById($0);
                if (!button) {
                    this.dispatchEvent(new CustomEvent('opened-changed'));
                    return;
                }
                this.listenOn = button;
                button.setAttribute('aria-expanded', 'true');
                this.addEventListener('closed', () => button.setAttribute('aria-expanded', 'false'), { once: true });
                this.open(new MouseEvent('click', { clientX: 1, clientY: 1 }));
            });""";

    /** Until something is chosen: the second of two clicks may come with the first, and a menu is told to be closed before either. */
    private boolean isAsking;

    ActionMenu() {
        super(ContextMenuPosition.BOTTOM_END);
    }

    /** @param buttonId the id of the element beside which it opens, and which has the focus again afterwards */
    void open(String buttonId, List<UserAction> actions, Consumer<UserAction> chosen) {
        removeAll();
        actions.forEach(action -> addAction(new Span(getTranslation(action.key())), () -> {
            if (isAsking) {
                isAsking = false;
                close();
                chosen.accept(action);
            }
        }));
        isAsking = true;
        // Known here before the browser has opened it, so that no row shifts in between.
        getElement().setProperty("opened", true);
        getElement().executeJs(OPEN, buttonId);
    }
}
