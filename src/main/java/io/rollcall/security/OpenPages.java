package io.rollcall.security;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.ListenerPriority;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import io.rollcall.session.SessionEnded;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import io.rollcall.user.SessionId;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The pages that browsers have open, by the session they belong to; closes those of a session that ended. First each page is
 * sent to the login screen, and a moment later its state is thrown away: at once, the way there would sometimes get lost.
 *
 * <p>Everything here runs on a thread of its own, never on that of whoever ended the session.
 */
@Component
class OpenPages implements VaadinServiceInitListener {

    private static final Duration BACKSTOP = Duration.ofMillis(1500);

    /** Pages come and go under the lock of their owner's key, or some could be added to a set that has just been dropped. */
    private final Map<SessionId, Set<VaadinSession>> byOwner = new ConcurrentHashMap<>();

    private final ScheduledExecutorService closer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("page-closer").factory());
    private final SessionRegistry registry;
    private final Duration backstop;

    @Autowired
    OpenPages(SessionRegistry registry) {
        this(registry, BACKSTOP);
    }

    OpenPages(SessionRegistry registry, Duration backstop) {
        this.registry = registry;
        this.backstop = backstop;
    }

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.getSource().addSessionInitListener(event -> {
            if (event.getRequest() instanceof VaadinServletRequest request) {
                var owner = PageOwner.of(request.getHttpServletRequest());
                if (owner != null) {
                    open(owner, event.getSession());
                }
            }
        });
        init.getSource().addSessionDestroyListener(event -> forget(event.getSession()));
        init.getSource().addUIInitListener(event -> {
            var page = event.getUI();
            page.addBeforeEnterListener(new Leaving());
            page.getPushConfiguration()
                    .setPushConnectionFactory(ui -> new PageConnection(ui, () -> isOver(ui), Entrance.AFTER_THE_END));
        });
    }

    private boolean isOver(UI page) {
        var pages = page.getSession();
        var owner = pages == null ? null : PageOwner.of(pages);
        return owner != null && !(registry.stateOf(owner) instanceof Verdict.Valid);
    }

    /** The session may have ended since its request was let in, and nobody would tell these pages again. */
    private void open(SessionId owner, VaadinSession pages) {
        PageOwner.bind(pages.getSession(), owner);
        byOwner.compute(owner, (id, known) -> {
            var open = known == null ? ConcurrentHashMap.<VaadinSession>newKeySet() : known;
            open.add(pages);
            return open;
        });
        if (!(registry.stateOf(owner) instanceof Verdict.Valid)) {
            closer.execute(() -> close(owner));
        }
    }

    /**
     * A page may notice that its session is over before it is closed. Asked before Vaadin's own check, which would send it to
     * the login screen too, but without the reason.
     */
    @ListenerPriority(Integer.MAX_VALUE)
    private final class Leaving implements BeforeEnterListener {

        @Override
        public void beforeEnter(BeforeEnterEvent event) {
            if (isOver(event.getUI())) {
                event.forwardToUrl(Entrance.AFTER_THE_END);
            }
        }
    }

    private void forget(VaadinSession pages) {
        byOwner.keySet()
                .forEach(owner -> byOwner.computeIfPresent(
                        owner, (id, open) -> open.remove(pages) && open.isEmpty() ? null : open));
    }

    @EventListener
    void on(SessionEnded ended) {
        if (byOwner.containsKey(ended.sessionId())) {
            closer.execute(() -> close(ended.sessionId()));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Vaadin tells what fails in a page
    private void close(SessionId owner) {
        var sessions = byOwner.get(owner);
        if (sessions == null) {
            return;
        }
        for (var pages : Set.copyOf(sessions)) {
            pages.access(() ->
                    pages.getUIs().forEach(ui -> ui.access(() -> ui.getPage().setLocation(Entrance.AFTER_THE_END))));
            closer.schedule(() -> discard(pages), backstop.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static void discard(VaadinSession pages) {
        var session = pages.getSession();
        if (session != null) {
            PageOwner.discard(session::invalidate);
        }
    }

    @PreDestroy
    void stop() {
        closer.shutdownNow();
    }
}
