package io.rollcall.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import io.rollcall.session.SessionEnded;
import io.rollcall.session.SessionOpened;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * The node's one tick: at most once a second it brings those open pages up to date on which something is no longer true. A page
 * that nothing happened to is neither locked nor pushed to.
 */
@Service
public class LiveSessions {

    private final Map<LiveList, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final TaskScheduler scheduler;
    private final Clock clock;

    public LiveSessions(TaskScheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Keeps a list fresh for as long as its component is on a page.
     *
     * @param ofUser whose sessions it shows, or null for everybody's
     */
    public void keepFresh(Component component, LiveList list, @Nullable Long ofUser) {
        component.addAttachListener(attach -> subscriptions.put(list, new Subscription(attach.getUI(), list, ofUser)));
        component.addDetachListener(detach -> subscriptions.remove(list));
    }

    /** Runs a command in a page after a while, unless the page is gone or the registration was removed before. */
    public Registration later(UI ui, Duration delay, Command command) {
        var task = scheduler.schedule(
                () -> ui.accessLater(command::execute, () -> {}).run(),
                clock.instant().plus(delay));
        return () -> task.cancel(false);
    }

    @EventListener
    public void on(SessionOpened opened) {
        rowsCameOrWent(opened.userId());
    }

    @EventListener
    public void on(SessionEnded ended) {
        rowsCameOrWent(ended.userId());
    }

    /** Hands each page to another thread, so that a slow one holds up no others. */
    @Scheduled(fixedRateString = "1s")
    public void tick() {
        subscriptions.values().stream()
                .filter(Subscription::isDue)
                .forEach(due -> scheduler.schedule(due::refresh, clock.instant()));
    }

    public int subscriptions() {
        return subscriptions.size();
    }

    private void rowsCameOrWent(long userId) {
        subscriptions.values().stream()
                .filter(subscription -> subscription.concerns(userId))
                .forEach(subscription -> subscription.rowsCameOrWent.set(true));
    }

    /** A list on a page. Only {@link #show} runs with the page's lock. */
    private static final class Subscription {

        private final UI ui;
        private final LiveList list;
        private final @Nullable Long ofUser;
        private final AtomicBoolean rowsCameOrWent = new AtomicBoolean();
        private final AtomicBoolean underWay = new AtomicBoolean();

        Subscription(UI ui, LiveList list, @Nullable Long ofUser) {
            this.ui = ui;
            this.list = list;
            this.ofUser = ofUser;
        }

        boolean concerns(long userId) {
            return ofUser == null || ofUser == userId;
        }

        boolean isDue() {
            return !underWay.get() && (rowsCameOrWent.get() || list.isStale());
        }

        /** The page may be busy for long; until it has been brought up to date nothing more is queued for it. */
        void refresh() {
            underWay.set(true);
            ui.accessLater(this::show, () -> underWay.set(false)).run();
        }

        private void show() {
            underWay.set(false);
            list.refresh(rowsCameOrWent.getAndSet(false));
        }
    }
}
