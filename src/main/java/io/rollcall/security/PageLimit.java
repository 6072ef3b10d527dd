package io.rollcall.security;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * A browser keeps so many pages and no more, so that nobody fills the memory by opening them. The oldest ones go where a text tells
 * why: first that, and a moment later their state, or the way there would sometimes get lost
 * ({@code docs/decisions/2026-11-28-slow-and-large.md}).
 */
@Component
public class PageLimit implements VaadinServiceInitListener {

    /** Where a closed page goes. */
    public static final String CLOSED = "/error/closed";

    static final int PAGES = 20;

    /** Pages that are on their way out, beside those that are kept. */
    static final int LEAVING = 4;

    private static final Duration BACKSTOP = Duration.ofMillis(1500);

    private final ScheduledExecutorService closer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("surplus-page-closer").factory());
    private final Duration backstop;

    @Autowired
    PageLimit() {
        this(BACKSTOP);
    }

    PageLimit(Duration backstop) {
        this.backstop = backstop;
    }

    /** Marks a page that has been sent away. */
    private record Leaving() {}

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.getSource().addUIInitListener(event -> makeRoomFor(event.getUI()));
    }

    /** Runs with the lock of the pages' session, in which the new one has just been made. */
    @SuppressWarnings("ReferenceEquality") // a page is no other one
    void makeRoomFor(UI newest) {
        var others = newest.getSession().getUIs().stream()
                .filter(ui -> ui != newest && !ui.isClosing())
                .sorted(Comparator.comparingInt(UI::getUIId))
                .toList();
        var staying = others.stream().filter(ui -> !isLeaving(ui)).toList();
        surplus(staying, PAGES - 1).forEach(this::sendAway);
        surplus(others.stream().filter(PageLimit::isLeaving).toList(), LEAVING).forEach(UI::close);
    }

    private static List<UI> surplus(List<UI> oldestFirst, int kept) {
        return oldestFirst.subList(0, Math.max(0, oldestFirst.size() - kept));
    }

    private static boolean isLeaving(UI ui) {
        return ComponentUtil.getData(ui, Leaving.class) != null;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Vaadin tells what fails in a page
    private void sendAway(UI ui) {
        var push = ui.getInternals().getPushConnection();
        if (push == null || !push.isConnected()) {
            ui.close();
            return;
        }
        ComponentUtil.setData(ui, Leaving.class, new Leaving());
        ui.access(() -> ui.getPage().setLocation(CLOSED.substring(1)));
        closer.schedule(() -> ui.access(ui::close), backstop.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        closer.shutdownNow();
    }
}
