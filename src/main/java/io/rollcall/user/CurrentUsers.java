package io.rollcall.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rollcall.cluster.ChangeLog;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The accounts of people who make requests, in memory; one that changed is forgotten as soon as the change is committed. */
@Component
class CurrentUsers {

    static final String TOPIC = "user";

    private final Cache<Long, @Nullable User> cache =
            Caffeine.newBuilder().maximumSize(100_000).build();
    private final UserRepository users;

    CurrentUsers(UserRepository users, ChangeLog changes) {
        this.users = users;
        changes.subscribe(TOPIC, id -> forget(Long.parseLong(id)));
    }

    /** Loading locks the key, so a load that began before a change ends before the change is taken note of. */
    Optional<User> find(long id) {
        return Optional.ofNullable(cache.get(id, key -> users.findById(key).orElse(null)));
    }

    private void forget(long id) {
        cache.asMap().remove(id);
    }
}
