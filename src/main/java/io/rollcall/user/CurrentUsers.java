package io.rollcall.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rollcall.cluster.ChangeLog;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The accounts of people who make requests, in memory; one that changed is forgotten as soon as the change is committed. */
@Component
class CurrentUsers {

    /** What was known of the account is so no more. */
    record Stale(UserId userId) {}

    private final Cache<UserId, @Nullable User> cache =
            Caffeine.newBuilder().maximumSize(100_000).build();
    private final UserRepository users;
    private final ChangeLog changes;

    CurrentUsers(UserRepository users, ChangeLog changes) {
        this.users = users;
        this.changes = changes;
        changes.subscribe(Stale.class, stale -> cache.asMap().remove(stale.userId));
    }

    /** Loading locks the key, so a load that began before a change ends before the change is taken note of. */
    Optional<User> find(UserId id) {
        return Optional.ofNullable(
                cache.get(id, key -> users.findById(key.value()).orElse(null)));
    }

    @EventListener
    void on(UserChanged change) {
        changes.publish(new Stale(change.user().id()));
    }
}
