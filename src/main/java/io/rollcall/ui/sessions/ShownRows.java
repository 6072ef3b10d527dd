package io.rollcall.ui.sessions;

import com.vaadin.flow.data.provider.CompositeDataGenerator;
import io.rollcall.session.LiveTimes.Freshness;
import io.rollcall.session.SessionStatus;
import io.rollcall.session.UserSession;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows that a browser has, with the times that it was told, and what it was sent of each. A row's cells are described to it
 * only when they have changed; otherwise the row's key says enough, and {@code session-grid.js} recalls the rest. What is shown
 * may be read by other threads.
 */
class ShownRows extends CompositeDataGenerator<UserSession> {

    /** Fewer than the browser recalls. */
    private static final int MOST_SENT = 500;

    private final Map<UUID, Shown> shown = new ConcurrentHashMap<>();
    private final Map<UUID, Sent> sent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Sent> eldest) {
            return size() > MOST_SENT;
        }
    };
    private final SessionSource source;
    private CompositeDataGenerator<UserSession> cells = new CompositeDataGenerator<>();
    private Predicate<UserSession> selected = row -> false;

    ShownRows(SessionSource source) {
        this.source = source;
    }

    private record Shown(UserSession row, Freshness told) {}

    /** All that cells are made of and that can change. */
    private record Sent(
            Freshness told,
            SessionStatus status,
            String name,
            String email,
            Role role,
            @Nullable String endedBy,
            boolean selected) {}

    /** @param cells what describes the cells of a row */
    void describedBy(CompositeDataGenerator<UserSession> cells) {
        this.cells = cells;
    }

    void selectedIf(Predicate<UserSession> selected) {
        this.selected = selected;
    }

    /** Whether a row has ended, or was used, since the browser was told. */
    boolean isStale() {
        return shown.values().stream().anyMatch(this::isOutdated);
    }

    /** Whether a row has ended that the browser still has. */
    boolean hasEnded() {
        return shown.values().stream().anyMatch(row -> source.freshness(row.row).over());
    }

    List<UserSession> outdated() {
        return shown.values().stream().filter(this::isOutdated).map(Shown::row).toList();
    }

    List<UserSession> all() {
        return shown.values().stream().map(Shown::row).toList();
    }

    /** Has every row described anew, as to a browser that has none. */
    void forgetSent() {
        sent.clear();
    }

    Instant lastActive(UserSession row) {
        return told(row).lastActiveAt();
    }

    Instant expires(UserSession row) {
        return told(row).expiresAt();
    }

    private Freshness told(UserSession row) {
        var known = shown.get(row.id());
        return known == null ? source.freshness(row) : known.told;
    }

    private boolean isOutdated(Shown row) {
        return !source.freshness(row.row).equals(row.told);
    }

    @Override
    public void generateData(UserSession row, ObjectNode json) {
        var newest = source.freshness(row);
        var told = new Freshness(false, newest.lastActiveAt(), newest.expiresAt());
        shown.put(row.id(), new Shown(row, told));
        var now = new Sent(
                told,
                row.status(),
                row.user().name(),
                row.user().email(),
                row.user().role(),
                row.endedBy().map(User::name).orElse(null),
                selected.test(row));
        if (!Optional.ofNullable(sent.put(row.id(), now)).equals(Optional.of(now))) {
            cells.generateData(row, json);
        }
    }

    @Override
    public void refreshData(UserSession row) {
        cells.refreshData(row);
    }

    @Override
    public void destroyData(UserSession row) {
        shown.remove(row.id());
        sent.remove(row.id());
        cells.destroyData(row);
    }

    @Override
    public void destroyAllData() {
        shown.clear();
        cells.destroyAllData();
    }
}
