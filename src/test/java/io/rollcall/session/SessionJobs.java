package io.rollcall.session;

import io.rollcall.user.SessionId;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** What the jobs behind the requests do, whenever a test wants it. */
public final class SessionJobs {

    private final SessionStore store;
    private final TouchWriter touches;

    public SessionJobs(ApplicationContext application) {
        store = application.getBean(SessionStore.class);
        touches = application.getBean(TouchWriter.class);
    }

    public List<SessionId> due(Instant now, int limit) {
        return store.due(now, limit);
    }

    public int purge(Instant endedBefore, int limit) {
        return store.purge(endedBefore, limit);
    }

    public void flush() {
        touches.flush();
    }
}
