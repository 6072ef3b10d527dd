package io.rollcall.ui.list;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.rollcall.user.UserSearch;
import java.util.Map;
import java.util.TreeMap;

/** The address of a list with what it was narrowed down to, so that Back, reload and bookmarks bring it back. */
public final class ListAddress {

    public static final String STATUS = "status";

    private final String path;

    public ListAddress(String path) {
        this.path = path;
    }

    /** What an address carries under a name; empty when it carries nothing. */
    public static String read(Location location, String name) {
        return location.getQueryParameters()
                .getSingleParameter(name)
                .map(UserSearch::cut)
                .orElse("");
    }

    /**
     * Puts it into the browser's address bar.
     *
     * @param parameters those that are empty are left out
     * @param asNewStep whether Back leads to what stood there before
     */
    public void show(UI ui, Map<String, String> parameters, boolean asNewStep) {
        var given = new TreeMap<>(parameters);
        given.values().removeIf(String::isBlank);
        var location = new Location(path, QueryParameters.simple(given));
        var history = ui.getPage().getHistory();
        if (asNewStep) {
            history.pushState(null, location);
        } else {
            history.replaceState(null, location);
        }
    }
}
