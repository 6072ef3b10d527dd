package io.rollcall.directory;

import io.rollcall.session.LiveTimes;
import io.rollcall.session.UserSession;
import io.rollcall.user.Actor;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists, counts and searches sessions, active and ended. Administrators see everybody's; other people must ask for their own.
 * What it returns is never older than what memory knows.
 */
@Service
public class SessionDirectory {

    private final SessionLists lists;
    private final ListPages pages;
    private final LiveTimes live;
    private final Clock clock;

    SessionDirectory(SessionLists lists, ListPages pages, LiveTimes live, Clock clock) {
        this.lists = lists;
        this.pages = pages;
        this.live = live;
        this.clock = clock;
    }

    /**
     * A user's presence.
     *
     * @param activeSessions how many
     * @param lastSeen the last activity in any session, or null when there was none
     */
    public record Presence(int activeSessions, @Nullable Instant lastSeen) {

        public static final Presence NEVER = new Presence(0, null);
    }

    /**
     * How many active sessions there are, and how many by country and by browser, most first. The key is null where it was
     * not captured; addresses that are not on the internet have no country.
     */
    public record Overview(
            int active, Map<@Nullable String, Integer> byCountry, Map<@Nullable String, Integer> byBrowser) {}

    /**
     * A part of a list.
     *
     * @param offset how many rows come before it, from 0
     * @param limit how many rows it has at most
     */
    @Transactional(readOnly = true)
    public List<UserSession> list(Actor actor, SessionQuery query, int offset, int limit) {
        authorise(actor, query);
        var page = pages.page(query, offset, limit);
        live.layOver(page);
        return page;
    }

    /** How many rows the whole list has, or about how many when these are over ten thousand. */
    @Transactional(readOnly = true)
    public int count(Actor actor, SessionQuery query) {
        authorise(actor, query);
        return pages.count(query);
    }

    @Transactional(readOnly = true)
    public Overview overview(Actor actor) {
        actor.requireAdministrator();
        var now = clock.instant();
        return new Overview(
                pages.count(SessionQuery.active()),
                counts(lists.activeBy("origin.location.country", now)),
                counts(lists.activeBy("origin.device.browser", now)));
    }

    /** Of users who may be asked about; one without any session is left out. */
    @Transactional(readOnly = true)
    public Map<Long, Presence> presence(Actor actor, Collection<Long> userIds) {
        actor.require(actor.role().isAdministrator() || userIds.stream().allMatch(id -> id == actor.userId()));
        return userIds.isEmpty()
                ? Map.of()
                : lists.perUser(userIds, clock.instant()).stream()
                        .collect(Collectors.toMap(
                                row -> row.get(0, Long.class),
                                row -> new Presence(row.get(1, Number.class).intValue(), row.get(2, Instant.class))));
    }

    private static void authorise(Actor actor, SessionQuery query) {
        var own = query.ofUser();
        actor.require(actor.role().isAdministrator() || own != null && own == actor.userId());
    }

    private static Map<@Nullable String, Integer> counts(List<Tuple> rows) {
        var counts = new LinkedHashMap<@Nullable String, Integer>();
        rows.forEach(row ->
                counts.put(row.get(0, String.class), row.get(1, Long.class).intValue()));
        return counts;
    }
}
