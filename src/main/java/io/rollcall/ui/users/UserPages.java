package io.rollcall.ui.users;

import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import io.rollcall.directory.SessionDirectory;
import io.rollcall.directory.SessionDirectory.Presence;
import io.rollcall.security.CurrentUser;
import io.rollcall.user.Actor;
import io.rollcall.user.User;
import io.rollcall.user.Users;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/** The pages of the list of users, each with the presence of those on it, which is asked for once for all of them. */
class UserPages {

    private final CurrentUser currentUser;
    private final Users users;
    private final SessionDirectory directory;
    private final Map<Long, Presence> presences = new HashMap<>();
    private String search = "";

    UserPages(CurrentUser currentUser, Users users, SessionDirectory directory) {
        this.currentUser = currentUser;
        this.users = users;
        this.directory = directory;
    }

    /** Finds only users whose name or email contains the text, from the next page on. */
    void search(String text) {
        search = text;
        presences.clear();
    }

    /** A person whose session has just ended sees nobody. */
    Stream<User> fetch(Query<User, Void> query) {
        var page = PageRequest.of(query.getPage(), query.getPageSize(), sort(query));
        return currentUser.actor().map(actor -> fetch(actor, page)).stream().flatMap(List::stream);
    }

    int count(Query<User, Void> query) {
        return currentUser.actor().map(actor -> users.count(actor, search)).orElse(0);
    }

    /** Of a user on a page that was fetched. */
    Presence presence(User user) {
        return presences.getOrDefault(user.id(), Presence.NEVER);
    }

    private List<User> fetch(Actor actor, PageRequest page) {
        var found = users.list(actor, search, page);
        var ids = found.stream().map(User::id).toList();
        presences.keySet().removeAll(ids);
        presences.putAll(directory.presence(actor, ids));
        return found;
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
