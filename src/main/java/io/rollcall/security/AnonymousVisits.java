package io.rollcall.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What browsers of people who are not signed in have us remember: for five minutes after their last sign of life, and all of it in
 * a tenth of the memory, for which the oldest go. Pages of people who are signed in are none of it
 * ({@code docs/decisions/2026-11-28-slow-and-large.md}).
 */
@Component
class AnonymousVisits
        implements HttpSessionListener, HttpSessionAttributeListener, HttpSessionIdListener, VaadinServiceInitListener {

    private static final Duration SIGNED_IN = Duration.ofMinutes(30);

    /** What a page at the door weighs with all that belongs to it, and what a browser weighs without any: measured, rounded up. */
    static final long PAGE_BYTES = 100_000;

    private final Map<String, Visit> visits = new LinkedHashMap<>();
    private final ExecutorService closer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("visit-closer").factory());
    private final long most;
    private long weight;

    AnonymousVisits() {
        this(roomIn(Runtime.getRuntime().maxMemory()));
    }

    AnonymousVisits(long most) {
        this.most = most;
    }

    /** In pages. */
    static long roomIn(long memory) {
        return memory / 10 / PAGE_BYTES;
    }

    private record Visit(HttpSession session, int pages) {

        /** In pages: a browser counts as one until it has opened any. */
        int weight() {
            return Math.max(1, pages);
        }

        Visit with(int more) {
            return new Visit(session, pages + more);
        }
    }

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.getSource().addUIInitListener(event -> {
            var id = event.getUI().getSession().getSession().getId();
            pageOpened(id);
            event.getUI().addDetachListener(gone -> change(id, visit -> visit.with(-1)));
        });
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        synchronized (visits) {
            visits.put(event.getSession().getId(), new Visit(event.getSession(), 0));
            weight++;
        }
        makeRoom();
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        forget(event.getSession().getId());
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        synchronized (visits) {
            var visit = visits.remove(oldId);
            if (visit != null) {
                visits.put(event.getSession().getId(), visit);
            }
        }
    }

    /** Its pages belong to somebody who is signed in now. */
    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        if (event.getName().equals(PageOwner.ATTRIBUTE)) {
            forget(event.getSession().getId());
            event.getSession().setMaxInactiveInterval((int) SIGNED_IN.toSeconds());
        }
    }

    void pageOpened(String id) {
        change(id, visit -> visit.with(1));
        makeRoom();
    }

    private void forget(String id) {
        change(id, visit -> null);
    }

    private void change(String id, Function<Visit, @Nullable Visit> change) {
        synchronized (visits) {
            visits.computeIfPresent(id, (known, before) -> {
                var after = change.apply(before);
                weight += (after == null ? 0 : after.weight()) - before.weight();
                return after;
            });
        }
    }

    private void makeRoom() {
        oldestOnes().forEach(session -> closer.execute(() -> PageOwner.discard(session::invalidate)));
    }

    private List<HttpSession> oldestOnes() {
        var gone = new ArrayList<HttpSession>();
        synchronized (visits) {
            var oldest = visits.values().iterator();
            while (weight > most && oldest.hasNext()) {
                var visit = oldest.next();
                oldest.remove();
                weight -= visit.weight();
                gone.add(visit.session);
            }
        }
        return gone;
    }

    /** In pages, for tests. */
    long weight() {
        synchronized (visits) {
            return weight;
        }
    }

    @PreDestroy
    void stop() {
        closer.shutdownNow();
    }
}
