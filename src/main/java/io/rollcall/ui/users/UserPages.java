package io.rollcall.ui.users;

import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import io.rollcall.directory.SessionDirectory;
import io.rollcall.directory.SessionDirectory.Presence;
import io.rollcall.security.CurrentUser;
import io.rollcall.ui.list.RowFacts;
import io.rollcall.user.Actor;
import io.rollcall.user.Profile;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.Users;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/**
 * The pages of one screen's list of users. Who looks is asked once for a page, and so is the presence of those on it.
 */
class UserPages implements RowFacts<User, Presence> {

    private final CurrentUser currentUser;
    private final Users users;
    private final SessionDirectory directory;
    private final Clock clock;
    private final Map<Long, Presence> presences = new ConcurrentHashMap<>();
    private volatile Actor viewer;

    UserPages(CurrentUser currentUser, Users users, SessionDirectory directory, Clock clock) {
        this.currentUser = currentUser;
        this.users = users;
        this.directory = directory;
        this.clock = clock;
        viewer = currentUser.require();
    }

    private record Stored(Profile profile, boolean enabled, Role viewer) {}

    Clock clock() {
        return clock;
    }

    /** Whoever looked at the page that was asked for last. */
    Actor viewer() {
        return viewer;
    }

    /** A page of the users whose name or email contains the text. */
    List<User> fetch(String search, Query<User, Void> part) {
        viewer = currentUser.require();
        var page = users.list(viewer, search, PageRequest.of(part.getPage(), part.getPageSize(), sort(part)));
        askPresence(page);
        return page;
    }

    int count(String search) {
        return users.count(currentUser.require(), search);
    }

    /** Asks how present they are now, once for all of them. */
    Map<Long, Presence> askPresence(Collection<User> page) {
        var ids = page.stream().map(User::id).toList();
        var now = directory.presence(currentUser.require(), ids);
        ids.forEach(id -> presences.put(id, now.getOrDefault(id, Presence.NEVER)));
        return now;
    }

    /** Of a user on a page, as of this moment; from memory. */
    Optional<User> current(long id) {
        return users.current(id);
    }

    /** Whether the list may have, or get, a row of the user. */
    boolean mayHave(long userId) {
        return viewer.role().isAdministrator() || viewer.userId() == userId;
    }

    /** Whether whoever looks is still somebody who sees everybody, or still somebody who does not. */
    boolean mayBeSeen() {
        return users.current(viewer.userId())
                .filter(User::isEnabled)
                .filter(user -> user.role().isAdministrator() == viewer.role().isAdministrator())
                .isPresent();
    }

    @Override
    public Long id(User row) {
        return row.id();
    }

    @Override
    public Presence now(User row) {
        return directory.newest(presences.getOrDefault(row.id(), Presence.NEVER));
    }

    @Override
    public boolean isGone(Presence now) {
        return false;
    }

    @Override
    public Stored stored(User row) {
        return new Stored(row.profile(), row.isEnabled(), viewer.role());
    }

    /** The id goes in the direction of the rest, so that an index serves either. */
    private static Sort sort(Query<User, Void> query) {
        return query.getSortOrders().stream()
                .findFirst()
                .map(order -> Sort.by(direction(order), order.getSorted(), "id"))
                .orElse(Sort.by("id"));
    }

    private static Sort.Direction direction(QuerySortOrder order) {
        return order.getDirection() == SortDirection.ASCENDING ? Sort.Direction.ASC : Sort.Direction.DESC;
    }
}
