package io.rollcall.ui.users;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.function.SerializableConsumer;
import io.rollcall.directory.SessionDirectory.Presence;
import io.rollcall.ui.list.Cells;
import io.rollcall.ui.list.Fragment;
import io.rollcall.ui.list.ListMessage;
import io.rollcall.ui.list.LiveGrid;
import io.rollcall.ui.list.News;
import io.rollcall.user.User;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The users: presence changes in place, and so do accounts, which also come in where they belong unless somebody has scrolled. */
class UserGrid extends LiveGrid<User, Presence> {

    private final UserPages pages;
    private final Supplier<String> search;
    /** Whose accounts have changed, and of those the ones that are being shown now. */
    private final Set<Long> changed = ConcurrentHashMap.newKeySet();

    private Set<Long> news = Set.of();

    /** @param onActions opens what can be done with a user */
    UserGrid(UserPages pages, Supplier<String> search, ListMessage message, SerializableConsumer<User> onActions) {
        super(pages, message, pages.clock());
        this.pages = pages;
        this.search = search;
        addClassName("user-grid");
        setSelectionMode(SelectionMode.NONE);
        addColumns(new UserCells(pages::viewer, this::told), onActions);
    }

    private void addColumns(UserCells cells, SerializableConsumer<User> onActions) {
        Fragment<User> role = Cells.role(user -> user);
        stacked(cells.user(Fragment.join(
                "<div class=\"user-line\">%s %s</div><div class=\"user-facts\">%s</div>",
                role, cells.status(), Cells.dotted(cells.sessionsInWords(), cells.lastSeen()))));
        var user = column("user", cells.user(Fragment.of("")));
        user.setSortProperty("nameSort").setFlexGrow(6).setRowHeader(true);
        column("role", role).setSortProperty("role").setFlexGrow(1);
        column("status", cells.status()).setSortProperty("enabled").setFlexGrow(1);
        column("sessions", cells.sessions()).setFlexGrow(1);
        column("last-seen", cells.lastSeen()).setFlexGrow(1);
        var actions = column("actions", cells.actions(onActions)).setTextAlign(ColumnTextAlign.END);
        // Narrow places have it, too.
        actions.getElement().removeAttribute("data-layout");
        sort(GridSortOrder.asc(user).build());
    }

    private Column<User> column(String name, Fragment<User> cell) {
        return column(name, "users." + name, cell);
    }

    @Override
    public boolean concerns(News news) {
        return switch (news) {
            case News.OfSessions(var userId) -> isShown(userId);
            case News.OfAccount(var userId) -> {
                if (pages.mayHave(userId)) {
                    changed.add(userId);
                }
                yield pages.mayHave(userId);
            }
        };
    }

    /** Sessions that come and go move no row. */
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
        news.stream().filter(this::isShown).forEach(id -> pages.current(id).ifPresent(getDataProvider()::refreshItem));
        super.refreshScrolled();
    }

    private void askPresence() {
        ask(() -> pages.askPresence(shown()), Map.of());
    }

    @Override
    protected int countRows() {
        return pages.count(search());
    }

    @Override
    protected List<User> rows(Query<User, Void> part) {
        return pages.fetch(search(), part);
    }

    @Override
    protected String search() {
        return search.get();
    }

    @Override
    protected boolean mayBeSeen() {
        return pages.mayBeSeen();
    }
}
