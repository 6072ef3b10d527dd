package io.rollcall.directory;

import io.rollcall.session.SessionEnded;
import io.rollcall.session.SessionImport;
import io.rollcall.session.SessionOpened;
import io.rollcall.session.SessionStatus;
import io.rollcall.user.UserSearch;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** How many sessions are in each state: counted now and then, and following what happens in between. */
@Component
class ListFigures {

    private final SessionLists lists;
    private final UserSearch search;
    private final Map<SessionStatus, LongAdder> changes = new EnumMap<>(SessionStatus.class);
    private final LongAdder comingsAndGoings = new LongAdder();
    private volatile @Nullable Counted counted;

    /**
     * What was counted last.
     *
     * @param rows less the changes until then
     */
    private record Counted(Map<SessionStatus, Long> rows, int users) {}

    ListFigures(SessionLists lists, UserSearch search) {
        this.lists = lists;
        this.search = search;
        for (var status : SessionStatus.values()) {
            changes.put(status, new LongAdder());
        }
    }

    /** Of all sessions in one of these states. Those that are due count as active until they are labelled. */
    int of(Set<SessionStatus> statuses) {
        var rows = counted().rows;
        var figure = 0L;
        for (var status : statuses) {
            figure += rows.getOrDefault(status, 0L) + change(status).sum();
        }
        return Math.toIntExact(Math.max(0, figure));
    }

    /** How many users there were when sessions were counted last. */
    int users() {
        return counted().users;
    }

    /** A sum that grows with every session that comes or goes. */
    long comingsAndGoings() {
        return comingsAndGoings.sum();
    }

    /** Has everything counted anew when it is asked for next. */
    void forget() {
        counted = null;
    }

    @EventListener
    void on(SessionOpened opened) {
        changed(SessionStatus.ACTIVE, 1);
    }

    @EventListener
    void on(SessionEnded ended) {
        changed(SessionStatus.ACTIVE, -1);
        changed(ended.reason().status(), 1);
    }

    @TransactionalEventListener
    void on(SessionImport.Added added) {
        forget();
    }

    @Scheduled(fixedDelayString = "10m", initialDelayString = "10m")
    synchronized void recount() {
        var before = new EnumMap<SessionStatus, Long>(SessionStatus.class);
        changes.forEach((status, change) -> before.put(status, change.sum()));
        var rows = lists.countByStatus();
        before.replaceAll((status, change) -> rows.getOrDefault(status, 0L) - change);
        counted = new Counted(before, search.count(""));
    }

    private Counted counted() {
        var known = counted;
        if (known == null) {
            recount();
            known = Objects.requireNonNull(counted);
        }
        return known;
    }

    private void changed(SessionStatus status, int by) {
        change(status).add(by);
        comingsAndGoings.increment();
    }

    private LongAdder change(SessionStatus status) {
        return Objects.requireNonNull(changes.get(status));
    }
}
