package io.rollcall.ui.sessions;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridArrayUpdater;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CompositeDataGenerator;
import com.vaadin.flow.data.provider.DataCommunicator;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.function.ValueProvider;
import io.rollcall.directory.SessionQuery;
import io.rollcall.session.SessionStatus;
import io.rollcall.session.UserSession;
import io.rollcall.ui.list.ListListener;
import io.rollcall.ui.list.ListMessage;
import io.rollcall.ui.list.LiveList;
import io.rollcall.ui.list.LoadState;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A list of sessions that loads what is looked at and follows what happens: times change in place, ended rows leave, new ones
 * come in at the top, but wait for as long as somebody has scrolled away from it. What went wrong is said in its place.
 */
@JavaScript("context://session-grid.js")
class SessionGrid extends Grid<UserSession> implements LiveList {

    private static final int PAGE = 50;
    /** Up to how many rows a list may be as high as they are. */
    private static final int WITHOUT_SCROLLING = 20;

    private final SessionSource source;
    private final Supplier<SessionQuery> query;
    private final ListListener listener;
    private final ShownRows rows;
    private final Newcomers newcomers;
    private final LoadState state;
    private final ListMessage message;
    private final long viewer;
    private final boolean ofEverybody;
    private final boolean ofActive;

    private boolean asHighAsItsRows;
    private int count;
    private boolean scrolled;
    private boolean missedSomething;

    SessionGrid(SessionSource source, Supplier<SessionQuery> query, ListMessage message, ListListener listener) {
        this(new ShownRows(source), source, query, message, listener);
    }

    private SessionGrid(
            ShownRows rows,
            SessionSource source,
            Supplier<SessionQuery> query,
            ListMessage message,
            ListListener listener) {
        super(PAGE, new Communication(rows));
        this.rows = rows;
        this.source = source;
        this.query = query;
        this.message = message;
        this.listener = listener;
        viewer = source.viewer().userId();
        ofEverybody = query.get().ofUser() == null;
        ofActive = query.get().statuses().contains(SessionStatus.ACTIVE);
        newcomers = new Newcomers(source::now);
        state = new LoadState(source::now);
        rows.selectedIf(row -> getSelectedItems().contains(row));
        addClassNames("session-grid", ofActive ? "of-active" : "of-ended");
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT, GridVariant.NO_BORDER);
        message.onRetry(this::reload);
        setEmptyStateComponent(message);
        setDataProvider(DataProvider.fromCallbacks(this::fetch, ignored -> count()));
        getElement()
                .addEventListener(
                        "rollcall-scrolled",
                        event -> scrolled(
                                event.getEventData().get("event.detail").asBoolean()))
                .addEventData("event.detail");
        getElement().addEventListener("rollcall-row-missing", event -> {
            rows.forgetSent();
            load();
        });
    }

    /** Lets the rows pass through {@link ShownRows} on their way to the browser. */
    private static final class Communication extends DataCommunicatorBuilder<UserSession, GridArrayUpdater> {

        private final ShownRows rows;

        Communication(ShownRows rows) {
            this.rows = rows;
        }

        @Override
        protected DataCommunicator<UserSession> build(
                Element element,
                CompositeDataGenerator<UserSession> cells,
                GridArrayUpdater updater,
                SerializableSupplier<ValueProvider<UserSession, String>> keys) {
            rows.describedBy(cells);
            return super.build(element, rows, updater, keys);
        }
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        rows.forgetSent();
        getElement().executeJs("window.rollcall.adaptGrid(this)");
    }

    /** The times that the browser was told. */
    ShownRows rows() {
        return rows;
    }

    /** Says to people who do not see it what it lists. */
    void name(String name) {
        getElement().setProperty("accessibleName", name);
    }

    /** Lets the list be as high as its rows while they are few. */
    void beAsHighAsItsRows() {
        asHighAsItsRows = true;
        setAllRowsVisible(true);
    }

    /** Loads it anew, and with it what waited. */
    void reload() {
        newcomers.letIn();
        load();
    }

    /** Loads it anew and shows its top. */
    void reloadFromTop() {
        scrolled = false;
        scrollToStart();
        reload();
    }

    /** Draws the loaded rows anew, without loading them; the browser keeps nothing of what they said before. */
    void redraw() {
        rows.forgetSent();
        getElement().executeJs("this.forgetRows?.()");
        rows.all().forEach(getDataProvider()::refreshItem);
    }

    /** An action on a row that is refused once the viewer may no longer see the list. */
    SerializableConsumer<UserSession> whileAllowed(SerializableConsumer<UserSession> action) {
        return row -> {
            if (mayBeSeen()) {
                action.accept(row);
            } else {
                refuse();
            }
        };
    }

    @Override
    public boolean isStale() {
        return !state.isRefused() && (state.isToBeRetried() || !mayBeSeen() || ofActive && rows.isStale());
    }

    @Override
    public void refresh(boolean rowsCameOrWent) {
        if (!mayBeSeen()) {
            refuse();
        } else if (!state.isToBeRetried() && !rowsCameOrWent && !rows.hasEnded()) {
            rows.outdated().forEach(getDataProvider()::refreshItem);
        } else if (scrolled && !ofActive) {
            missedSomething = true;
        } else if (scrolled) {
            newcomers.hold();
            load();
        } else {
            reload();
        }
    }

    private void load() {
        state.askAgain();
        missedSomething = false;
        getDataProvider().refreshAll();
    }

    private boolean mayBeSeen() {
        return !ofEverybody || source.maySeeAll(viewer);
    }

    private void refuse() {
        state.refuse();
        listener.refused();
    }

    private void scrolled(boolean away) {
        scrolled = away;
        if (!away && (newcomers.waiting() > 0 || missedSomething)) {
            reload();
        }
    }

    private int count() {
        return ask(
                () -> {
                    count = newcomers.count(query.get(), source::count);
                    return count;
                },
                0);
    }

    private Stream<UserSession> fetch(Query<UserSession, Void> part) {
        return ask(
                () -> {
                    var asked = SessionColumns.sorted(newcomers.without(query.get()), part.getSortOrders());
                    var page = source.list(asked, part.getOffset(), part.getLimit());
                    newcomers.loaded();
                    return page;
                },
                List.<UserSession>of())
                .stream();
    }

    private <T> T ask(Supplier<T> question, T nothing) {
        getUI().ifPresent(ui -> ui.beforeClientResponse(this, context -> tellOutcome()));
        return state.ask(question, nothing);
    }

    /** A list that was refused from the start stays: entering its page anew would be refused anew. */
    private void tellOutcome() {
        setAllRowsVisible(asHighAsItsRows && count <= WITHOUT_SCROLLING);
        if (state.isRefused()) {
            message.tellRefusal();
            if (state.wasAnswered()) {
                listener.refused();
            }
        } else if (state.hasFailed()) {
            message.tellFailure();
        } else {
            message.tellNothing(query.get().search());
            listener.loaded(count, newcomers.waiting());
        }
    }
}
