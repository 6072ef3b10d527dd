package io.rollcall.ui.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import io.rollcall.session.SessionEnded;
import io.rollcall.session.SessionOpened;
import io.rollcall.user.UserChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The node's one tick: at most once a second it brings those open pages up to date on which something is no longer true. A page
 * that nothing happened to is neither locked nor pushed to. Pages are locked by threads of their own, which keep no job waiting
 * ({@code docs/decisions/2026-11-21-live-lists.md}).
 */
@Service
public class LiveRefresh {

    private final Map<Live, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final TaskScheduler scheduler;
    private final Executor screens;
    private final Clock clock;

    LiveRefresh(TaskScheduler scheduler, @Qualifier(LiveConfiguration.SCREENS) Executor screens, Clock clock) {
        this.scheduler = scheduler;
        this.screens = screens;
        this.clock = clock;
    }

    /** Keeps something fresh for as long as it is on a page. */
    public <L extends Component & Live> void keepFresh(L live) {
        live.addAttachListener(attach -> subscriptions.put(live, new Subscription(attach.getUI(), live)));
        live.addDetachListener(detach -> subscriptions.remove(live));
    }

    /** The time by which pages are kept fresh. */
    public InstantSource clock() {
        return clock;
    }

    /** Runs a command in a page after a while, unless the page is gone or the registration was removed before. */
    public Registration later(UI ui, Duration delay, Command command) {
        var inPage = ui.accessLater(command::execute, () -> {});
        var task = scheduler.schedule(
                () -> screens.execute(inPage::run), clock.instant().plus(delay));
        return () -> task.cancel(false);
    }

    @EventListener
    void on(SessionOpened opened) {
        tell(live -> live.followsSessionsOf(opened.userId()));
    }

    @EventListener
    void on(SessionEnded ended) {
        tell(live -> live.followsSessionsOf(ended.userId()));
    }

    @TransactionalEventListener
    void on(UserChanged changed) {
        tell(live -> live.followsAccount(changed.user().id()));
    }

    /** Hands each page to another thread, so that a slow one holds up no others. */
    @Scheduled(fixedRateString = "1s")
    void tick() {
        subscriptions.values().stream().filter(Subscription::isDue).forEach(due -> due.refreshOn(screens, clock));
    }

    /** How many things on open pages are kept fresh. */
    int subscriptions() {
        return subscriptions.size();
    }

    private void tell(Predicate<Live> follows) {
        subscriptions.values().stream()
                .filter(subscription -> follows.test(subscription.live))
                .forEach(subscription -> subscription.news.set(true));
    }

    /** Something on a page. Only {@link #show} runs with the page's lock. */
    private record Subscription(UI ui, Live live, AtomicBoolean news, AtomicBoolean underWay) {

        Subscription(UI ui, Live live) {
            this(ui, live, new AtomicBoolean(), new AtomicBoolean());
        }

        boolean isDue() {
            return !underWay.get() && (news.get() || live.isStale());
        }

        /** Threads and page may be busy for long; until it has been brought up to date nothing more is queued for it. */
        void refreshOn(Executor screens, Clock clock) {
            underWay.set(true);
            screens.execute(ui.accessLater(() -> show(clock), () -> underWay.set(false))::run);
        }

        private void show(Clock clock) {
            underWay.set(false);
            if (hears()) {
                BrowserCode.tellTime(ui, clock);
                live.refresh(news.getAndSet(false));
            }
        }

        /** What is told to a page without its connection waits, and would reach it when the list may have gone from it. */
        private boolean hears() {
            var connection = ui.getInternals().getPushConnection();
            return connection == null || connection.isConnected();
        }
    }
}
