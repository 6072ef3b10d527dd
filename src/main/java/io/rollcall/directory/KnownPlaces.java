package io.rollcall.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rollcall.directory.SessionOrder.Place;
import io.rollcall.session.UserSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where rows stand that were read within the last minute: of each page its first, and the one after it. */
@Component
class KnownPlaces {

    private record Spot(SessionQuery query, int offset) {}

    private final Cache<Spot, Place> places = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    Optional<Place> at(Listing list, int offset) {
        return Optional.ofNullable(places.getIfPresent(new Spot(list.query(), offset)));
    }

    void remember(Listing list, int offset, List<UserSession> rows) {
        for (var i = 0; i < rows.size(); i += ListPlanner.PAGE) {
            places.put(new Spot(list.query(), offset + i), list.order().placeOf(rows.get(i)));
        }
    }
}
