package io.rollcall.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ScrollIntoViewOption.Block;
import com.vaadin.flow.component.ScrollIntoViewOption.Inline;
import com.vaadin.flow.router.Location;

/** A link that also says when its screen is the one shown. */
class NavLink extends ScreenLink {

    private final String section;

    /**
     * @param path where it leads
     * @param section the path of which all that is below counts as this link's, too; empty for the start page alone
     */
    NavLink(String path, String section, Component... content) {
        super(path, content);
        this.section = section;
    }

    /** Marks the link when the place is in its section, and shows it when a narrow screen has no room for all. */
    void follow(Location place) {
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
