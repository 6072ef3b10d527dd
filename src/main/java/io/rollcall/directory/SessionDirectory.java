package io.rollcall.directory;

import io.rollcall.session.LiveTimes;
import io.rollcall.session.UserSession;
import io.rollcall.user.Actor;
import io.rollcall.user.SessionId;
import io.rollcall.user.User;
import io.rollcall.user.UserId;
import io.rollcall.user.Users;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Lists, counts and searches sessions, active and ended. Administrators see everybody's; other people must ask for their own.
 * Administrators who ask the same about everybody within a second share the answer, unless somebody came or went in between.
 */
@Service
public class SessionDirectory {

    /** Whoever has more sessions is seen in one of those; the rest is known once it is written. */
    private static final int USED_LAST = 10;

    private record Page(SessionQuery query, int offset, int limit) {}

    private record EndedFromElsewhere(int limit) {}

    private final ListReader reader;
    private final SessionLists lists;
    private final SharedAnswers shared;
    private final LiveTimes live;
    private final Users users;

    SessionDirectory(ListReader reader, SessionLists lists, SharedAnswers shared, LiveTimes live, Users users) {
        this.reader = reader;
        this.lists = lists;
        this.shared = shared;
        this.live = live;
        this.users = users;
    }

    /**
     * A user's presence.
     *
     * @param activeSessions how many
     * @param lastSeen the last activity in any session, or null when there was none
     * @param usedLast the public IDs of the active sessions that were used last, which tell {@link #newest} of more
     */
    public record Presence(int activeSessions, @Nullable Instant lastSeen, List<SessionId> usedLast) {

        public static final Presence NEVER = new Presence(0, null, List.of());
    }

    /**
     * How many active sessions there are, and how many by country and by browser, most first. The key is null where it was
     * not captured; addresses that are not on the internet have no country.
     */
    public record Overview(
            int active, Map<@Nullable String, Integer> byCountry, Map<@Nullable String, Integer> byBrowser) {}

    /**
     * A page of a list, with the times that memory knows. The rows are shared with others: nobody may change them.
     *
     * @param offset how many rows come before it, from 0
     * @param limit how many rows it has at most
     */
    public List<UserSession> list(Actor actor, SessionQuery query, int offset, int limit) {
        return answer(actor, query, new Page(query, offset, limit), () -> {
            var page = List.copyOf(reader.page(query, offset, limit));
            live.layOver(page);
            return page;
        });
    }

    /** How many rows the whole list has, or about how many when these are over ten thousand. */
    public int count(Actor actor, SessionQuery query) {
        return answer(actor, query, query, () -> reader.count(query));
    }

    public Overview overview(Actor actor) {
        var active = SessionQuery.active();
        return answer(
                actor,
                active,
                Overview.class,
                () -> new Overview(
                        reader.count(active),
                        counts(lists.activeBy("origin.location.country")),
                        counts(lists.activeBy("origin.device.browser"))));
    }

    /**
     * Everybody's sessions that ended otherwise than by themselves or by whoever was in them, newest end first.
     *
     * @param limit how many at most
     */
    public List<UserSession> endedFromElsewhere(Actor actor, int limit) {
        return answer(
                actor, SessionQuery.history(), new EndedFromElsewhere(limit), () -> lists.endedFromElsewhere(limit));
    }

    /** Of people who may be asked about; one without any session is left out. Who asks for the same shares it. */
    public Map<UserId, Presence> presence(Actor actor, Collection<UserId> people) {
        actor.require(actor.role().isAdministrator() || people.stream().allMatch(actor.userId()::equals));
        if (people.isEmpty()) {
            return Map.of();
        }
        return shared.to(Set.copyOf(people), () -> {
            var ids = people.stream().map(UserId::value).toList();
            var usedLast = lists.usedLast(ids, USED_LAST).stream()
                    .collect(Collectors.groupingBy(
                            SessionDirectory::person,
                            Collectors.mapping(row -> new SessionId(row.get(1, UUID.class)), Collectors.toList())));
            return lists.perUser(ids).stream().collect(Collectors.toMap(SessionDirectory::person, row -> {
                var sessions = usedLast.getOrDefault(person(row), List.of());
                return newest(new Presence(row.get(1, Number.class).intValue(), row.get(2, Instant.class), sessions));
            }));
        });
    }

    private static UserId person(Tuple row) {
        return new UserId(row.get(0, Long.class));
    }

    /** The same with the last activity that memory knows by now. No SQL, and no sessions that have begun since. */
    public Presence newest(Presence known) {
        var lastSeen = Stream.concat(
                        Stream.ofNullable(known.lastSeen),
                        known.usedLast.stream().map(live::lastActive).flatMap(Optional::stream))
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Presence(known.activeSessions, lastSeen, known.usedLast);
    }

    /** Whether somebody may see everybody's sessions at this moment; from memory, for threads that run for nobody. */
    public boolean maySeeAll(UserId userId) {
        return users.current(userId)
                .filter(User::isEnabled)
                .filter(user -> user.role().isAdministrator())
                .isPresent();
    }

    /** Only who may see everybody's sessions gets to the answers that are shared. */
    private <T> T answer(Actor actor, SessionQuery query, Object question, Supplier<T> answer) {
        var own = query.ofUser();
        actor.require(actor.role().isAdministrator() || actor.userId().equals(own));
        return own == null ? shared.to(question, answer) : answer.get();
    }

    private static Map<@Nullable String, Integer> counts(List<Tuple> rows) {
        var counts = new LinkedHashMap<@Nullable String, Integer>();
        rows.forEach(row ->
                counts.put(row.get(0, String.class), row.get(1, Long.class).intValue()));
        return counts;
    }
}
