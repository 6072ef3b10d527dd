package io.rollcall.ui.sessions;

import com.vaadin.flow.data.provider.Query;
import io.rollcall.directory.SessionQuery;
import io.rollcall.session.LiveTimes.Freshness;
import io.rollcall.session.SessionStatus;
import io.rollcall.session.UserSession;
import io.rollcall.ui.list.ListMessage;
import io.rollcall.ui.list.LiveGrid;
import io.rollcall.user.Actor;
import io.rollcall.user.User;
import io.rollcall.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list of sessions: times change in place, ended rows leave, new ones come in at the top, but wait for as long as somebody has
 * scrolled away from it.
 */
class SessionGrid extends LiveGrid<UserSession, Freshness> {

    private final SessionSource source;
    private final Supplier<SessionQuery> query;
    private final Actor viewer;
    private final @Nullable UserId ofUser;
    private final boolean ofActive;

    private Instant loadedAt;
    /** When the list was loaded from whose top somebody has scrolled away; what came after that waits. */
    private @Nullable Instant heldAt;

    private int waiting;

    SessionGrid(SessionSource source, Supplier<SessionQuery> query, ListMessage message) {
        super(message, source.live());
        this.source = source;
        this.query = query;
        viewer = source.viewer();
        ofUser = query.get().ofUser();
        ofActive = query.get().statuses().contains(SessionStatus.ACTIVE);
        loadedAt = source.clock().instant();
        addClassNames("session-grid", ofActive ? "of-active" : "of-ended");
    }

    Actor viewer() {
        return viewer;
    }

    /** Whether it is of everybody's sessions, so that a row has to say whose it is. */
    boolean isOfEverybody() {
        return ofUser == null;
    }

    /** How many more rows there would be, had nobody scrolled. */
    int waiting() {
        return waiting;
    }

    @Override
    public boolean followsSessionsOf(UserId userId) {
        return ofUser == null || ofUser.equals(userId);
    }

    @Override
    public boolean followsAccount(UserId userId) {
        return false;
    }

    /** Of ended ones nothing changes any more. */
    @Override
    protected Freshness now(UserSession row) {
        return ofActive ? source.times().of(row) : new Freshness(false, row.lastActiveAt(), row.expiresAt());
    }

    @Override
    protected boolean isGone(Freshness now) {
        return now.over();
    }

    @Override
    protected Object stored(UserSession row) {
        return List.of(row.status(), row.user().profile(), row.endedBy().map(User::name));
    }

    @Override
    public void reload() {
        heldAt = null;
        super.reload();
    }

    /** Of active ones those leave that have ended; who reads history is left alone. */
    @Override
    protected void refreshScrolled() {
        if (ofActive) {
            heldAt = Objects.requireNonNullElse(heldAt, loadedAt);
            load();
        }
    }

    @Override
    protected int countRows() {
        var count = source.count(query.get().createdUntil(heldAt));
        waiting = heldAt == null ? 0 : source.count(query.get()) - count;
        return count;
    }

    @Override
    protected List<UserSession> rows(Query<UserSession, Void> part) {
        var asked = SessionColumns.sorted(query.get().createdUntil(heldAt), part.getSortOrders());
        var page = source.list(asked, part.getOffset(), part.getLimit());
        loadedAt = heldAt == null ? source.clock().instant() : loadedAt;
        return page;
    }

    @Override
    protected boolean mayBeSeen() {
        return ofUser != null || source.directory().maySeeAll(viewer.userId());
    }
}
