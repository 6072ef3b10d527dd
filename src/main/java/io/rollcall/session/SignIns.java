package io.rollcall.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the sessions came from that ask for their own, in memory: as it never changes, nothing is ever out of date. */
@Component
class SignIns {

    private final Cache<UUID, @Nullable SignIn> cache =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final SessionStore store;

    SignIns(SessionStore store) {
        this.store = store;
    }

    Optional<SignIn> find(UUID session) {
        return Optional.ofNullable(
                cache.get(session, id -> store.find(id).map(SignIn::of).orElse(null)));
    }
}
