package io.rollcall.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.rollcall.ui.shell.SettingsLinks;
import io.rollcall.user.UserSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A screen with a list, which fields on it narrow down and sort. Its address carries what they say, so that Back, reload and bookmarks
 * bring it back.
 */
public abstract class ListScreen extends Div implements BeforeEnterObserver, HasDynamicTitle {

    protected final SearchField search;

    /** Says how many rows a search has found. */
    private final Span found = new Span();
    /** Around the order of the rows, also when it was chosen by a heading; seen where headings do not tell it. */
    private final NativeLabel sortBy = new NativeLabel();

    private final String path;
    private final String title;
    private final List<Parameter<?>> parameters = new ArrayList<>();
    private Runnable narrowed = () -> {};

    /**
     * @param path its address without parameters
     * @param title the key of its title
     * @param searched the key of the text that says what can be searched for
     */
    protected ListScreen(String path, String title, String searched) {
        this.path = path;
        this.title = title;
        search = new SearchField(searched);
        carry(SettingsLinks.SEARCH, search, UserSearch::cut, text -> text);
        found.addClassName("found");
        found.getElement().setAttribute("role", "status");
        sortBy.addClassName("sort-by");
    }

    /** Takes the list, which is named as the screen is and loaded anew whenever the fields change. */
    protected void narrowDown(LiveGrid<?, ?> list) {
        list.name(getTranslation(title));
        list.whenLoaded(this::loaded);
        var order = new OrderField(list);
        sortBy.add(new Span(getTranslation("list.sort-by")), order);
        // A browser also tells it when it has shown the order that it was told.
        list.whenSorted(chosen -> {
            if (!chosen.equals(order.getValue())) {
                order.setValue(chosen);
                show(true);
            }
        });
        narrowed = list::reload;

        order.addValueChangeListener(change -> list.sort(change.getValue()));
        carry(
                "sort",
                order,
                inAddress -> order.find(inAddress, list.usualOrder()),
                chosen -> chosen.equals(list.usualOrder()) ? "" : chosen.inAddress());
    }

    /** What narrows the list down and sorts it, and what else can be done with it. */
    protected Div toolbar(Component... others) {
        var bar = new Div(search, found, sortBy);
        bar.add(others);
        bar.addClassName("toolbar");
        return bar;
    }

    /** The list was loaded and has so many rows. */
    protected void loaded(int rows) {
        found.setText(search.getValue().isBlank() ? "" : getTranslation("list.matches", rows));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation(title));
    }

    /** Narrows the list down to what the address says. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        parameters.forEach(parameter -> parameter.enter(event.getLocation()));
    }

    /**
     * What stands in the place of rows when there are none.
     *
     * @see ListMessage#ListMessage
     */
    protected ListMessage message(String rows, String none) {
        return new ListMessage(rows, none, search::getValue, () -> {
            search.clear();
            show(true);
        });
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
    @SuppressWarnings("ReferenceEquality") // whether it is that field
    protected <V> void carry(String name, HasValue<?, V> field, Function<String, V> read, Function<V, String> write) {
        parameters.add(new Parameter<>(name, field, read, write));
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                var goesOn = field == search
                        && !search.isEmpty()
                        && !String.valueOf(change.getOldValue()).isBlank();
                show(!goesOn);
            }
            found.setText("");
            narrowed.run();
        });
    }

    /** @param asNewStep whether Back leads to what stood there before; not in the midst of typing */
    private void show(boolean asNewStep) {
        var given = new TreeMap<String, String>();
        parameters.forEach(parameter -> given.put(parameter.name(), parameter.text()));
        given.values().removeIf(String::isBlank);
        var address = new Location(path, QueryParameters.simple(given));
        getUI().map(ui -> ui.getPage().getHistory()).ifPresent(history -> {
            if (asNewStep) {
                history.pushState(null, address);
            } else {
                history.replaceState(null, address);
            }
        });
    }
}
