package io.rollcall.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.rollcall.security.Entrance;
import io.rollcall.user.OrganizationProperties;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * Draws the frame into the HTML of each page, so that there is something to see while a slow line brings the rest
 * ({@code docs/decisions/2026-12-01-first-frame.md}). It goes when the real one is there.
 */
@Component
class FirstFrame implements VaadinServiceInitListener {

    private static final Set<String> DOORS =
            Set.of("/" + Entrance.LOGIN, "/" + Entrance.SETUP, "/" + Entrance.INVITATION);

    private final OrganizationProperties organization;

    FirstFrame(OrganizationProperties organization) {
        this.organization = organization;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::draw);
    }

    private void draw(IndexHtmlResponse page) {
        var body = page.getDocument().body();
        body.prependChild(
                DOORS.contains(page.getVaadinRequest().getPathInfo())
                        ? box("first-frame entry", brand(), box("entry-card", loading()))
                        : box(
                                "first-frame shell",
                                box("rail", brand()),
                                box("stage", box("settings", box("tabs"), box("screen", loading())))));
        // A style sheet holds up what stands behind it, and nothing before.
        page.getDocument().head().select("link[rel=stylesheet]").forEach(body::appendChild);
    }

    /** As {@link Brand} is. */
    private Element brand() {
        return box(
                "brand",
                text("span", "brand-mark", ""),
                box(
                        "",
                        text("span", "brand-name", word("app.name")),
                        text("span", "brand-owner", organization.name())));
    }

    private static Element loading() {
        return text("p", "loading", word("shell.loading")).attr("role", "status");
    }

    private static Element box(String classes, Element... content) {
        var box = new Element("div");
        if (!classes.isEmpty()) {
            box.addClass(classes);
        }
        for (var element : content) {
            box.appendChild(element);
        }
        return box;
    }

    private static Element text(String tag, String className, String text) {
        return new Element(tag).addClass(className).text(text);
    }

    private static String word(String key) {
        return I18NProvider.translate(Locale.ENGLISH, key);
    }
}
