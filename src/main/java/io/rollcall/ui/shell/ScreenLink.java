package io.rollcall.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ScrollIntoViewOption.Block;
import com.vaadin.flow.component.ScrollIntoViewOption.Inline;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Location;

/** A link to another screen, which the browser follows without loading the page anew. */
public class ScreenLink extends Anchor {

    public ScreenLink(String path, Component... content) {
        super(path, content);
        getElement().setAttribute("router-link", true);
    }

    /** @param key of what it says */
    public ScreenLink(String path, String key) {
        this(path);
        setText(getTranslation(key));
    }

    /**
     * Marks the link when its screen is the one shown, and brings it into sight when a narrow screen has no room for all.
     *
     * @param section the path of which all that is below counts as this link's, too; empty for the start page alone
     */
    void follow(Location place, String section) {
        var path = place.getPath();
        var current = path.equals(section) || !section.isEmpty() && path.startsWith(section + "/");
        if (current) {
            getElement().setAttribute("aria-current", "page");
            scrollIntoView(Block.NEAREST, Inline.NEAREST);
        } else {
            getElement().removeAttribute("aria-current");
        }
    }
}
