package io.rollcall.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.rollcall.ui.shell.SettingsLinks;
import io.rollcall.user.UserSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a list is narrowed down to by fields on its screen, and the address that carries it, so that Back, reload and bookmarks
 * bring it back.
 */
public final class ListAddress {

    private final Component screen;
    private final String path;
    private final SearchField search;
    private final Runnable narrowed;
    private final List<Parameter<?>> parameters = new ArrayList<>();

    /**
     * @param screen on which the fields are
     * @param path its address without parameters
     * @param narrowed what shows the list for what the fields say now
     */
    public ListAddress(Component screen, String path, SearchField search, Runnable narrowed) {
        this.screen = screen;
        this.path = path;
        this.search = search;
        this.narrowed = narrowed;
        carry(SettingsLinks.SEARCH, search, UserSearch::cut, text -> text);
    }

    private record Parameter<V>(
            String name, HasValue<?, V> field, Function<String, V> read, Function<V, String> write) {

        void enter(Location address) {
            field.setValue(read.apply(
                    address.getQueryParameters().getSingleParameter(name).orElse("")));
        }

        String text() {
            return write.apply(field.getValue());
        }
    }

    /**
     * Lets the address carry a field's value.
     *
     * @param read from what an address says, which may be anything
     * @param write as an address says it; blank for what need not be mentioned
     */
    public <V> void carry(String name, HasValue<?, V> field, Function<String, V> read, Function<V, String> write) {
        parameters.add(new Parameter<>(name, field, read, write));
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                var goesOn = field == search
                        && !search.isEmpty()
                        && !String.valueOf(change.getOldValue()).isBlank();
                show(!goesOn);
            }
            narrowed.run();
        });
    }

    /** Narrows the list down to what an address says. */
    public void enter(Location address) {
        parameters.forEach(parameter -> parameter.enter(address));
    }

    /** What {@code Clear search} does. */
    public void clearSearch() {
        search.clear();
        show(true);
    }

    /** @param asNewStep whether Back leads to what stood there before; not in the midst of typing */
    private void show(boolean asNewStep) {
        var given = new TreeMap<String, String>();
        parameters.forEach(parameter -> given.put(parameter.name(), parameter.text()));
        given.values().removeIf(String::isBlank);
        var address = new Location(path, QueryParameters.simple(given));
        screen.getUI().map(ui -> ui.getPage().getHistory()).ifPresent(history -> {
            if (asNewStep) {
                history.pushState(null, address);
            } else {
                history.replaceState(null, address);
            }
        });
    }
}
