package io.rollcall.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.rollcall.directory.SessionQuery;
import io.rollcall.directory.UnsharedLists;
import io.rollcall.session.UserSession;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** What one writes first to keep open lists up to date: after each change every list reads its rows and its length anew. */
final class ListsReadAnew implements VaadinServiceInitListener {

    private final Set<UI> pages = ConcurrentHashMap.newKeySet();
    private final UnsharedLists lists;

    ListsReadAnew(ApplicationContext application) {
        lists = new UnsharedLists(application);
    }

    private DataProvider<UserSession, Void> rows() {
        return DataProvider.fromCallbacks(
                asked -> lists.list(SessionQuery.active(), asked.getOffset(), asked.getLimit()).stream(),
                asked -> lists.count(SessionQuery.active()));
    }

    @Override
    public void serviceInit(ServiceInitEvent start) {
        start.getSource().addUIInitListener(opened -> pages.add(opened.getUI()));
    }

    void afterChange() {
        pages.forEach(page -> page.access(() -> all(page).forEach(this::readAnew)));
    }

    private static Stream<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(ListsReadAnew::all));
    }

    @SuppressWarnings("unchecked")
    private void readAnew(Component component) {
        if (component instanceof Grid<?> grid) {
            ((Grid<UserSession>) grid).setDataProvider(rows());
        }
    }
}
