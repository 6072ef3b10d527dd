package io.rollcall.ui.users;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.provider.SortOrder;
import com.vaadin.flow.function.SerializableConsumer;
import io.rollcall.directory.SessionDirectory;
import io.rollcall.directory.SessionDirectory.Presence;
import io.rollcall.security.CurrentUser;
import io.rollcall.ui.list.Cells;
import io.rollcall.ui.list.Fragment;
import io.rollcall.ui.list.ListMessage;
import io.rollcall.ui.list.LiveGrid;
import io.rollcall.ui.list.RowOrder;
import io.rollcall.ui.live.LiveRefresh;
import io.rollcall.user.Actor;
import io.rollcall.user.User;
import io.rollcall.user.UserId;
import io.rollcall.user.Users;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/**
 * The users: presence changes in place, and so do accounts, which also come in where they belong unless somebody has scrolled. Who looks
 * is asked once for a page, and so is the presence of those on it.
 */
class UserGrid extends LiveGrid<User, Presence> {

    private final CurrentUser currentUser;
    private final Users users;
    private final SessionDirectory directory;
    private final Supplier<String> search;
    private final Map<UserId, Presence> presences = new ConcurrentHashMap<>();
    /** Whose accounts have changed, and of those the ones that are being shown now. */
    private final Set<UserId> changed = ConcurrentHashMap.newKeySet();

    private Set<UserId> news = Set.of();
    /** Whoever looked at the page that was asked for last. */
    private volatile Actor viewer;

    /** @param onActions opens what can be done with a user */
    UserGrid(
            CurrentUser currentUser,
            Users users,
            SessionDirectory directory,
            LiveRefresh live,
            Supplier<String> search,
            ListMessage message,
            SerializableConsumer<User> onActions) {
        super(message, live);
        this.currentUser = currentUser;
        this.users = users;
        this.directory = directory;
        this.search = search;
        viewer = currentUser.require();
        addClassName("user-grid");
        addColumns(new UserCells(() -> viewer, this::told), onActions);
    }

    private void addColumns(UserCells cells, SerializableConsumer<User> onActions) {
        Fragment<User> role = Cells.role(user -> user);
        stacked(cells.user(Fragment.join(
                "<div class=\"user-line\">%s %s</div><div class=\"user-facts\">%s</div>",
                role, cells.status(), Cells.dotted(cells.sessionsInWords(), cells.lastSeen()))));
        var user = column("user", cells.user(Fragment.of("")));
        sortable(user, "nameSort", RowOrder.By.TEXT).setFlexGrow(6).setRowHeader(true);
        sortable(column("role", role), "role", RowOrder.By.TEXT).setFlexGrow(1);
        sortable(column("status", cells.status()), "enabled", RowOrder.By.STATUS)
                .setSortProperty("enabled", "invited")
                .setFlexGrow(1);
        column("sessions", cells.sessions()).setFlexGrow(1);
        column("last-seen", cells.lastSeen()).setFlexGrow(1);
        var actions = column("actions", cells.actions(onActions)).setTextAlign(ColumnTextAlign.END);
        // Narrow places have it, too.
        actions.getElement().removeAttribute("data-layout");
        usually(new RowOrder("user", SortDirection.ASCENDING));
    }

    private Column<User> column(String name, Fragment<User> cell) {
        return column(name, "users." + name, cell);
    }

    /** Sessions that come and go move no row. */
    @Override
    public boolean followsSessionsOf(UserId userId) {
        return presences.containsKey(userId)
                && users.current(userId).filter(this::isShown).isPresent();
    }

    @Override
    public boolean followsAccount(UserId userId) {
        var mayBeListed = viewer.role().isAdministrator() || viewer.userId().equals(userId);
        if (mayBeListed) {
            changed.add(userId);
        }
        return mayBeListed;
    }

    @Override
    protected Presence now(User row) {
        return directory.newest(presences.getOrDefault(row.id(), Presence.NEVER));
    }

    @Override
    protected boolean isGone(Presence now) {
        return false;
    }

    @Override
    protected Object stored(User row) {
        return List.of(row.profile(), row.status(), viewer.role());
    }

    @Override
    public void refresh(boolean wasNews) {
        news = Set.copyOf(changed);
        changed.removeAll(news);
        if (wasNews && news.isEmpty()) {
            askPresence();
            super.refresh(false);
        } else {
            super.refresh(wasNews);
        }
    }

    @Override
    protected void refreshScrolled() {
        askPresence();
        news.stream()
                .map(users::current)
                .flatMap(Optional::stream)
                .filter(this::isShown)
                .forEach(getDataProvider()::refreshItem);
        super.refreshScrolled();
    }

    @Override
    protected int countRows() {
        return users.count(currentUser.require(), search.get());
    }

    @Override
    protected List<User> rows(Query<User, Void> part) {
        viewer = currentUser.require();
        var page = users.list(viewer, search.get(), PageRequest.of(part.getPage(), part.getPageSize(), sort(part)));
        keepPresence(page);
        return page;
    }

    /** Whether whoever looks is still somebody who sees everybody, or still somebody who does not. */
    @Override
    protected boolean mayBeSeen() {
        return directory.maySeeAll(viewer.userId()) == viewer.role().isAdministrator();
    }

    /** Of whoever is shown; all others are forgotten. */
    private void askPresence() {
        var page = shown();
        presences.keySet().retainAll(page.stream().map(User::id).collect(Collectors.toSet()));
        ask(() -> keepPresence(page), page);
    }

    /** Asks how present they are now, once for all of them. */
    private Collection<User> keepPresence(Collection<User> page) {
        var ids = page.stream().map(User::id).toList();
        var now = directory.presence(currentUser.require(), ids);
        ids.forEach(id -> presences.put(id, now.getOrDefault(id, Presence.NEVER)));
        return page;
    }

    /** All of it goes in one direction, the id too, so that an index serves either. */
    private static Sort sort(Query<User, Void> part) {
        var orders = part.getSortOrders();
        var properties = Stream.concat(orders.stream().map(SortOrder::getSorted), Stream.of("id"));
        var descending = orders.stream().anyMatch(order -> order.getDirection() == SortDirection.DESCENDING);
        return Sort.by(descending ? Sort.Direction.DESC : Sort.Direction.ASC, properties.toArray(String[]::new));
    }
}
