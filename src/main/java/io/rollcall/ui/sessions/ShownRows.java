package io.rollcall.ui.sessions;

import com.vaadin.flow.data.provider.DataGenerator;
import io.rollcall.session.SessionDirectory.Freshness;
import io.rollcall.session.UserSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows that a browser has, with the times that it was told. It must be the first of its grid's generators, so that the
 * cells tell the same times. Safe for reading by other threads.
 */
class ShownRows implements DataGenerator<UserSession> {

    private final Map<UUID, Shown> shown = new ConcurrentHashMap<>();
    private final SessionSource source;

    ShownRows(SessionSource source) {
        this.source = source;
    }

    private record Shown(UserSession row, Freshness told) {}

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
        shown.put(row.id(), new Shown(row, new Freshness(false, newest.lastActiveAt(), newest.expiresAt())));
    }

    @Override
    public void destroyData(UserSession row) {
        shown.remove(row.id());
    }

    @Override
    public void destroyAllData() {
        shown.clear();
    }
}
