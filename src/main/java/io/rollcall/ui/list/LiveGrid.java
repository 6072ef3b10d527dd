package io.rollcall.ui.list;

import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.function.SerializableConsumer;
import io.rollcall.ui.live.Live;
import io.rollcall.ui.live.LiveRefresh;
import io.rollcall.ui.shell.Refusal;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A list that loads what is looked at and follows what happens: what memory knows changes in place, and rows come and go, but for
 * as long as somebody has scrolled away from the top they do not shift. What went wrong is said in place of the rows.
 *
 * @param <T> what a row is of; equal to whatever else is read of the same thing
 * @param <N> what memory knows of it
 */
public abstract class LiveGrid<T, N> extends ListGrid<T, N> implements Live {

    /** Up to how many rows a list may be as high as they are. */
    private static final int WITHOUT_SCROLLING = 20;

    private final ListMessage message;
    private final Loading loading;

    private IntConsumer listener = rows -> {};
    private boolean asHighAsItsRows;
    private boolean scrolled;
    private boolean held;
    private boolean missedSomething;

    protected LiveGrid(ListMessage message, LiveRefresh live) {
        this.message = message;
        loading = new Loading(live.clock());
        live.keepFresh(this);
        message.onRetry(this::reload);
        setEmptyStateComponent(message);
        // Asked in this order: how many there are, then for some of them.
        setDataProvider(new CallbackDataProvider<T, Void>(this::fetch, ignored -> count()));
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

    /** How many rows there are in all. */
    protected abstract int countRows();

    protected abstract List<T> rows(Query<T, Void> part);

    /** Whether whoever looks still may; for any thread, from memory. */
    protected abstract boolean mayBeSeen();

    /** @param listener told how many rows there are, each time the list was loaded */
    public void whenLoaded(IntConsumer listener) {
        this.listener = listener;
    }

    /** There was news while somebody had scrolled away from the top, to which the list is loaded anew once they are back there. */
    protected void refreshScrolled() {
        redrawOutdated();
    }

    /** Lets the list be as high as its rows while they are few. */
    public void beAsHighAsItsRows() {
        asHighAsItsRows = true;
        setAllRowsVisible(true);
    }

    /** The rows that the browser has; for any thread. */
    protected List<T> shown() {
        return rows.all();
    }

    /** Whether the browser has the row; for any thread. */
    protected boolean isShown(T row) {
        return rows.has(row);
    }

    /** The answer, or nothing when it failed or was refused, which is then told as of the rows themselves. */
    protected <R> R ask(Supplier<R> question, R nothing) {
        getUI().ifPresent(ui -> ui.beforeClientResponse(this, context -> tellOutcome()));
        return loading.ask(question, nothing);
    }

    /** Loads it anew, and with it what waited. */
    public void reload() {
        missedSomething = false;
        load();
    }

    /** Loads it anew and shows its top. */
    public void reloadFromTop() {
        scrolled = false;
        scrollToStart();
        reload();
    }

    /** An action on a row that is refused once whoever looks may no longer see the list. */
    public SerializableConsumer<T> whileAllowed(SerializableConsumer<T> action) {
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
        return !(loading.state() instanceof ListState.Refused)
                && (loading.isToBeRetried() || !mayBeSeen() || rows.isStale());
    }

    @Override
    public void refresh(boolean wasNews) {
        if (!mayBeSeen()) {
            refuse();
        } else if (!loading.isToBeRetried() && !wasNews && !rows.haveGone()) {
            redrawOutdated();
        } else if (scrolled || held) {
            missedSomething = true;
            refreshScrolled();
        } else {
            reload();
        }
    }

    protected final void redrawOutdated() {
        rows.outdated().forEach(getDataProvider()::refreshItem);
    }

    protected final void load() {
        loading.askAgain();
        getDataProvider().refreshAll();
    }

    private void refuse() {
        loading.refuse();
        getUI().ifPresent(Refusal::of);
    }

    private void scrolled(boolean away) {
        scrolled = away;
        catchUp();
    }

    /** Whether rows have to stay where they are, because something stands beside one of them. */
    public void hold(boolean now) {
        held = now;
        catchUp();
    }

    private void catchUp() {
        if (!scrolled && !held && missedSomething) {
            reload();
        }
    }

    private int count() {
        return ask(() -> loading.loaded(countRows()), 0);
    }

    private Stream<T> fetch(Query<T, Void> part) {
        return ask(() -> rows(part), List.<T>of()).stream();
    }

    /** A list that was refused from the start stays: entering its page anew would be refused anew. */
    private void tellOutcome() {
        var state = loading.state();
        message.tell(state);
        if (state instanceof ListState.Loaded(var count)) {
            setAllRowsVisible(asHighAsItsRows && count <= WITHOUT_SCROLLING);
            listener.accept(count);
        } else if (state instanceof ListState.Refused(var anew) && anew) {
            refuse();
        }
    }
}
