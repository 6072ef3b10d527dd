package io.rollcall.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.rollcall.session.EndReason;
import io.rollcall.session.LiveSession;
import io.rollcall.session.LiveTimes;
import io.rollcall.ui.live.Live;
import io.rollcall.ui.live.LiveRefresh;
import io.rollcall.user.SessionId;
import io.rollcall.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * Somebody at a page: has the browser report what a person does there, and warns before the session expires
 * ({@code docs/decisions/2026-12-01-presence.md}). All pages of a session go by its one time, so what is done on one of them answers on all.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Tag("rollcall-presence")
@JavaScript("context://activity.js")
class Presence extends Component implements Live {

    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(30);
    private static final int REPORTS_WITHIN_A_LIMIT = 10;

    /** Whoever reaches for a button of the warning shall not find it gone, and click on what was behind it. */
    private static final Duration REACH = Duration.ofSeconds(3);

    private final LiveTimes times;
    private final InstantSource clock;
    private Runnable signOut = () -> {};
    private @Nullable ExpiryDialog dialog;
    private volatile @Nullable SessionId session;
    private volatile @Nullable ExpiryWarning told;
    private volatile Instant reachedForUntil = Instant.EPOCH;

    Presence(LiveTimes times, LiveRefresh live) {
        this.times = times;
        clock = live.clock();
        live.keepFresh(this);
        getElement()
                .addEventListener(
                        "rollcall-activity",
                        activity -> reachedForUntil = clock.instant().plus(REACH));
    }

    /**
     * @param present the session to which the page belongs
     * @param leave what {@code Sign out} does
     */
    void of(LiveSession present, Runnable leave) {
        session = present.id();
        signOut = leave;
        var interval = interval(present.idleTimeout());
        getElement().setAttribute("interval", String.valueOf(interval.toMillis()));
    }

    /** At most how often a page reports, so that reports cost nothing and a session is hardly shorter than it should be. */
    static Duration interval(Duration idleTimeout) {
        var part = idleTimeout.dividedBy(REPORTS_WITHIN_A_LIMIT);
        return part.compareTo(LONGEST_INTERVAL) < 0 ? part : LONGEST_INTERVAL;
    }

    @Override
    public boolean followsSessionsOf(UserId userId) {
        return false;
    }

    @Override
    public boolean followsAccount(UserId userId) {
        return false;
    }

    /** The warning stays where the session is over: the page is about to be closed. */
    @Override
    public boolean isStale() {
        var of = session;
        return of != null && times.valid(of).filter(this::isToldWrongly).isPresent();
    }

    private boolean isToldWrongly(LiveSession present) {
        var now = clock.instant();
        var due = ExpiryWarning.of(present, now).orElse(null);
        return !Objects.equals(due, told) && (due != null || !now.isBefore(reachedForUntil));
    }

    @Override
    public void refresh(boolean wasNews) {
        var of = session;
        if (of != null) {
            times.valid(of).ifPresent(this::tell);
        }
    }

    private void tell(LiveSession present) {
        if (dialog != null) {
            dialog.close();
            dialog = null;
        }
        told = null;
        ExpiryWarning.of(present, clock.instant()).ifPresent(this::warn);
    }

    private void warn(ExpiryWarning warning) {
        told = warning;
        if (warning.by() == EndReason.IDLE) {
            dialog = ExpiryDialog.ofIdling(warning.at(), signOut);
            // for which something was done on the page, or else it comes again
            dialog.addOpenedChangeListener(change -> told = change.isOpened() ? warning : null);
        } else {
            dialog = ExpiryDialog.ofAge(warning.at());
        }
        dialog.open();
    }
}
