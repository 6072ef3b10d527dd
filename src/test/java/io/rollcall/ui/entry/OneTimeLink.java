package io.rollcall.ui.entry;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.github.mvysny.kaributesting.v10.ElementUtilsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import tools.jackson.databind.node.JsonNodeFactory;

/** Opens one-time links on a page without a browser, which would tell their fragment. */
final class OneTimeLink {

    private OneTimeLink() {}

    static void open(Class<? extends OneTimePage> page, String secret) {
        UI.getCurrent().navigate(page);
        tell(page, secret);
    }

    /** Whether the browser is told to post the page's form to the sign-in. */
    static boolean posted() {
        var page = UI.getCurrent().getInternals();
        page.getStateTree().runExecutionsBeforeClientResponse();
        return page.dumpPendingJavaScriptInvocations().stream()
                .anyMatch(pending -> pending.getInvocation().getExpression().contains("submit"));
    }

    /** As the browser does when the page has come, and when another link is opened in the same tab. */
    static void tell(Class<? extends OneTimePage> page, String secret) {
        var data = JsonNodeFactory.instance.objectNode().put("event.detail", secret);
        var element = _get(page).getElement();
        ElementUtilsKt._fireDomEvent(element, new DomEvent(element, "link-opened", data));
    }
}
