package io.rollcall.ui.sessions;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.function.SerializableConsumer;
import io.rollcall.directory.SessionQuery;
import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.session.UserSession;
import io.rollcall.ui.list.Cells;
import io.rollcall.ui.list.Fragment;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The columns of the four lists. Each list also has all of it in one stacked column for narrow screens; the browser shows
 * either that or the others.
 */
final class SessionColumns {

    private final SessionGrid grid;
    private final BooleanSupplier tokens;
    private final boolean withPerson;

    /** @param tokens whether full IDs are shown */
    SessionColumns(SessionGrid grid, BooleanSupplier tokens) {
        this.grid = grid;
        this.tokens = tokens;
        withPerson = grid.isOfEverybody();
    }

    void addActive(SerializableConsumer<UserSession> logout) {
        Fragment<UserSession> lastActive =
                Cells.past("lastActive", row -> grid.told(row).lastActiveAt());
        Fragment<UserSession> expires =
                Cells.future("expires", row -> grid.told(row).expiresAt());
        var button = SessionCells.logout(logout);
        stacked(
                Cells.dotted(
                        lastActive,
                        Fragment.join("%s %s", Cells.word("expiresWord", "sessions.stacked.expires"), expires)),
                button);
        who();
        column("session", SessionCells.token(tokens));
        column("status", SessionCells.status());
        sortable(column("location", SessionCells.location()), Sort.LOCATION);
        sortable(column("last-active", lastActive), Sort.LAST_ACTIVE);
        sortable(column("expires", expires), Sort.EXPIRES);
        column("actions", button).setTextAlign(ColumnTextAlign.END);
    }

    void addEnded() {
        Fragment<UserSession> created = Cells.past("created", UserSession::createdAt);
        Fragment<UserSession> expires = Cells.moment("expires", UserSession::expiresAt);
        Fragment<UserSession> ended = Cells.past("ended", row -> row.endedAt().orElseGet(row::expiresAt));
        stacked(
                withPerson
                        ? Cells.dotted(SessionCells.reasonOfEnd(), ended)
                        : Cells.dotted(
                                Fragment.join("%s %s", Cells.word("createdWord", "sessions.column.created"), created),
                                Fragment.join("%s %s", Cells.word("expiresWord", "sessions.column.expires"), expires)),
                SessionCells.status());
        who();
        column("session", SessionCells.token(tokens));
        sortable(column("status", SessionCells.status()), Sort.STATUS);
        sortable(column("location", SessionCells.location()), Sort.LOCATION);
        sortable(column("created", created), Sort.CREATED);
        sortable(column("expires", expires), Sort.EXPIRES);
        if (withPerson) {
            var end = Fragment.join(
                    "<div>%s</div><div class=\"session-times\">%s</div>", SessionCells.reasonOfEnd(), ended);
            sortable(column("ended", end), Sort.ENDED);
        }
    }

    /** Everything in one cell: whose and on what, where, when, and what stands at its end. */
    private void stacked(Fragment<UserSession> times, Fragment<UserSession> end) {
        grid.stacked(Fragment.join(
                """
                <div class="session-who">%s<div class="session-about">%s<div class="session-place">%s</div>%s\
                <div class="session-times">%s</div></div>%s</div>""",
                withPerson ? Cells.initials(UserSession::user) : Fragment.of(""),
                about(),
                SessionCells.location(),
                Fragment.join("${item.copy ? html`<div>%s</div>` : ''}", SessionCells.token(tokens)),
                times,
                end));
    }

    private void who() {
        var cell = withPerson
                ? Fragment.join(
                        "<div class=\"session-who\">%s<div class=\"session-about\">%s</div></div>",
                        Cells.initials(UserSession::user), about())
                : about();
        var column = column("user", cell).setRowHeader(true);
        if (withPerson) {
            sortable(column, Sort.USER);
        }
    }

    private Fragment<UserSession> about() {
        var ownMark = SessionCells.ownMark(grid.viewer().sessionId());
        return withPerson
                ? Fragment.join(
                        "<div class=\"session-names\">%s%s</div>%s%s",
                        SessionCells.name(), ownMark, SessionCells.email(), SessionCells.device())
                : Fragment.join("<div class=\"session-names\">%s%s</div>", SessionCells.device(), ownMark);
    }

    private Grid.Column<UserSession> column(String name, Fragment<UserSession> cell) {
        return grid.column(name, "sessions.column." + name, cell);
    }

    /** A list in the order of the headings that were clicked. */
    static SessionQuery sorted(SessionQuery asked, List<QuerySortOrder> orders) {
        return orders.stream()
                .findFirst()
                .map(order -> asked.sortedBy(
                        Sort.valueOf(order.getSorted()), order.getDirection() == SortDirection.ASCENDING))
                .orElse(asked);
    }

    private static void sortable(Grid.Column<UserSession> column, Sort sort) {
        column.setSortProperty(sort.name());
    }
}
