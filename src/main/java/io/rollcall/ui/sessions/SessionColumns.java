package io.rollcall.ui.sessions;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import io.rollcall.directory.SessionQuery;
import io.rollcall.directory.SessionQuery.Sort;
import io.rollcall.session.UserSession;
import io.rollcall.ui.list.Fragment;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * The columns of the four lists. Each list also has all of it in one stacked column for narrow screens; the browser shows
 * either that or the others.
 */
final class SessionColumns {

    private final SessionGrid grid;
    private final BooleanSupplier tokens;
    private final UUID own;
    private final boolean withPerson;

    /**
     * @param tokens whether full IDs are shown
     * @param own the session in which the viewer is
     * @param withPerson whether the list is of everybody's sessions, so that a row has to say whose it is
     */
    SessionColumns(SessionGrid grid, BooleanSupplier tokens, UUID own, boolean withPerson) {
        this.grid = grid;
        this.tokens = tokens;
        this.own = own;
        this.withPerson = withPerson;
    }

    void addActive(SerializableConsumer<UserSession> logout) {
        var lastActive = SessionCells.past("lastActive", grid.rows()::lastActive);
        var expires = SessionCells.future("expires", grid.rows()::expires);
        var button = SessionCells.logout(logout);
        stacked(
                SessionCells.dotted(
                        lastActive,
                        Fragment.join("%s %s", SessionCells.text("expiresWord", "sessions.stacked.expires"), expires)),
                button);
        who();
        session();
        status();
        location();
        sortable(column("last-active", lastActive.renderer()), Sort.LAST_ACTIVE);
        sortable(column("expires", expires.renderer()), Sort.EXPIRES);
        column("actions", button.renderer()).setTextAlign(ColumnTextAlign.END);
    }

    void addEnded() {
        var created = SessionCells.past("created", UserSession::createdAt);
        var expires = SessionCells.moment("expires", UserSession::expiresAt);
        var ended = SessionCells.past("ended", row -> row.endedAt().orElseGet(row::expiresAt));
        stacked(
                withPerson
                        ? SessionCells.dotted(SessionCells.reasonOfEnd(), ended)
                        : SessionCells.dotted(
                                Fragment.join(
                                        "%s %s", SessionCells.text("createdWord", "sessions.column.created"), created),
                                Fragment.join(
                                        "%s %s", SessionCells.text("expiresWord", "sessions.column.expires"), expires)),
                SessionCells.status());
        who();
        session();
        sortable(status(), Sort.STATUS);
        location();
        sortable(column("created", created.renderer()), Sort.CREATED);
        sortable(column("expires", expires.renderer()), Sort.EXPIRES);
        if (withPerson) {
            var end = Fragment.join(
                    "<div>%s</div><div class=\"session-times\">%s</div>", SessionCells.reasonOfEnd(), ended);
            sortable(column("ended", end.renderer()), Sort.ENDED);
        }
    }

    /** Everything in one cell: whose and on what, where, when, and what stands at its end. */
    private void stacked(Fragment times, Fragment end) {
        var cell = Fragment.join(
                """
                <div class="session-who">%s<div class="session-about">%s<div class="session-place">%s</div>%s\
                <div class="session-times">%s</div></div>%s</div>""",
                withPerson ? SessionCells.initials() : Fragment.of(""),
                about(),
                SessionCells.location(),
                Fragment.join("${item.copy ? html`<div>%s</div>` : ''}", SessionCells.token(tokens)),
                times,
                end);
        var column = grid.addColumn(cell.renderer()).setKey("stacked").setFlexGrow(1);
        column.getElement().setProperty("hidden", true).setAttribute("data-layout", "stacked");
    }

    private void who() {
        var cell = withPerson
                ? Fragment.join(
                        "<div class=\"session-who\">%s<div class=\"session-about\">%s</div></div>",
                        SessionCells.initials(), about())
                : about();
        var column = column("user", cell.renderer()).setRowHeader(true);
        if (withPerson) {
            sortable(column, Sort.USER);
        }
    }

    private Fragment about() {
        var ownMark = SessionCells.ownMark(row -> row.id().equals(own));
        return withPerson
                ? Fragment.join(
                        "<div class=\"session-names\">%s%s</div>%s%s",
                        SessionCells.name(), ownMark, SessionCells.email(), SessionCells.device())
                : Fragment.join("<div class=\"session-names\">%s%s</div>", SessionCells.device(), ownMark);
    }

    private void session() {
        column("session", SessionCells.token(tokens).renderer());
    }

    private Grid.Column<UserSession> status() {
        return column("status", SessionCells.status().renderer());
    }

    private void location() {
        sortable(column("location", SessionCells.location().renderer()), Sort.LOCATION);
    }

    /** Adds a column, as wide as the style sheet says. */
    private Grid.Column<UserSession> column(String name, LitRenderer<UserSession> renderer) {
        var column = grid.addColumn(renderer)
                .setKey(name)
                .setHeader(translate("sessions.column." + name))
                .setWidth("var(--column-" + name + ")")
                .setFlexGrow(0);
        column.getElement().setAttribute("data-layout", "columns");
        return column;
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
