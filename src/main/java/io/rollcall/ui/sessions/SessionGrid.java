package io.rollcall.ui.sessions;

import com.vaadin.flow.data.provider.Query;
import io.rollcall.directory.SessionQuery;
import io.rollcall.session.LiveTimes.Freshness;
import io.rollcall.session.SessionStatus;
import io.rollcall.session.UserSession;
import io.rollcall.ui.list.ListMessage;
import io.rollcall.ui.list.LiveGrid;
import io.rollcall.ui.list.News;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list of sessions: times change in place, ended rows leave, new ones come in at the top, but wait for as long as somebody has
 * scrolled away from it.
 */
class SessionGrid extends LiveGrid<UserSession, Freshness> {

    private final SessionSource source;
    private final Supplier<SessionQuery> query;
    private final Listener listener;
    private final Newcomers newcomers;
    private final long viewer;
    private final @Nullable Long ofUser;
    private final boolean ofActive;

    /** Who wants to know what became of the list. */
    interface Listener {

        /**
         * It was loaded.
         *
         * @param count how many rows it has
         * @param waiting how many more there would be, had nobody scrolled
         */
        void loaded(int count, int waiting);
    }

    SessionGrid(SessionSource source, Supplier<SessionQuery> query, ListMessage message, Listener listener) {
        super(SessionFacts.of(source, isOfActive(query.get())), message, source::now);
        this.source = source;
        this.query = query;
        this.listener = listener;
        viewer = source.viewer().userId();
        ofUser = query.get().ofUser();
        ofActive = isOfActive(query.get());
        newcomers = new Newcomers(source::now);
        addClassNames("session-grid", ofActive ? "of-active" : "of-ended");
    }

    @Override
    public boolean concerns(News news) {
        return switch (news) {
            case News.OfSessions(var userId) -> ofUser == null || ofUser == userId;
            case News.OfAccount account -> false;
        };
    }

    @Override
    public void reload() {
        newcomers.letIn();
        super.reload();
    }

    /** Of active ones those leave that have ended; who reads history is left alone. */
    @Override
    protected void refreshScrolled() {
        if (ofActive) {
            newcomers.hold();
            load();
        }
    }

    @Override
    protected int countRows() {
        return newcomers.count(query.get(), source::count);
    }

    @Override
    protected List<UserSession> rows(Query<UserSession, Void> part) {
        var asked = SessionColumns.sorted(newcomers.without(query.get()), part.getSortOrders());
        var page = source.list(asked, part.getOffset(), part.getLimit());
        newcomers.loaded();
        return page;
    }

    @Override
    protected String search() {
        return query.get().search();
    }

    @Override
    protected boolean mayBeSeen() {
        return ofUser != null || source.maySeeAll(viewer);
    }

    @Override
    protected void loaded(int count) {
        listener.loaded(count, newcomers.waiting());
    }

    private static boolean isOfActive(SessionQuery query) {
        return query.statuses().contains(SessionStatus.ACTIVE);
    }
}
