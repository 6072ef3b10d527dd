package io.rollcall.session;

import io.rollcall.cluster.ChangeLog;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings memory up to date with what was committed, and then tells everybody on this node. */
@Component
class SessionFollower {

    private final SessionCache cache;
    private final ApplicationEventPublisher events;

    SessionFollower(SessionCache cache, ApplicationEventPublisher events, ChangeLog changes) {
        this.cache = cache;
        this.events = events;
        changes.subscribe(SessionOpened.class, events::publishEvent);
        changes.subscribe(Ending.class, this::follow);
    }

    private void follow(Ending ending) {
        cache.end(ending);
        events.publishEvent(
                new SessionEnded(ending.id(), ending.userId(), ending.verdict().reason()));
    }
}
