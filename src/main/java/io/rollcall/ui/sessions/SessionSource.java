package io.rollcall.ui.sessions;

import io.rollcall.directory.SessionDirectory;
import io.rollcall.directory.SessionQuery;
import io.rollcall.security.CurrentUser;
import io.rollcall.session.LiveTimes;
import io.rollcall.session.TokenReveals;
import io.rollcall.session.UserSession;
import io.rollcall.ui.live.LiveRefresh;
import io.rollcall.user.Actor;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the lists need, and what they ask for, each time in the name of whoever looks at that moment. */
@Component
record SessionSource(
        SessionDirectory directory,
        LiveTimes times,
        TokenReveals reveals,
        LiveRefresh live,
        CurrentUser currentUser,
        Clock clock) {

    Actor viewer() {
        return currentUser.require();
    }

    List<UserSession> list(SessionQuery query, int offset, int limit) {
        return directory.list(viewer(), query, offset, limit);
    }

    int count(SessionQuery query) {
        return directory.count(viewer(), query);
    }

    /** What shows the full IDs on the screen at that path, which {@code redraw} draws anew. */
    TokenToggle tokens(String path, Runnable redraw) {
        return new TokenToggle(live, () -> reveals.record(viewer(), path), redraw);
    }
}
