package io.rollcall.ui.sessions;

import static com.vaadin.flow.i18n.I18NProvider.translate;

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
import io.rollcall.ui.list.RowOrder;
import io.rollcall.ui.parts.SessionText;
import io.rollcall.ui.shell.Badge;
import io.rollcall.ui.shell.NameLabel;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The columns of the four lists. Each list also has all of it in one stacked column for narrow screens; the browser shows
 * either that or the others.
 */
final class SessionColumns {

    /** So much of an ID, up to its third dash, has as much room as one that is truncated. */
    private static final int FIRST_LINE = 19;

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
        var button = logout(logout);
        stacked(
                Cells.dotted(lastActive, Fragment.join("%s %s", Cells.word("sessions.stacked.expires"), expires)),
                button);
        who();
        column("session", token(tokens));
        column("status", status());
        text(column("location", location()), Sort.LOCATION);
        var created = time(column("created", Cells.past("created", UserSession::createdAt)), Sort.CREATED);
        grid.onlyWide(created);
        time(column("last-active", lastActive), Sort.LAST_ACTIVE);
        time(column("expires", expires), Sort.EXPIRES);
        column("actions", button).setTextAlign(ColumnTextAlign.END);
        grid.usually(new RowOrder(created.getKey(), SortDirection.DESCENDING));
    }

    void addEnded() {
        Fragment<UserSession> created = Cells.date("created", UserSession::createdAt);
        Fragment<UserSession> expires = Cells.date("expires", UserSession::expiresAt);
        Fragment<UserSession> ended = Cells.date("ended", row -> row.endedAt().orElseGet(row::expiresAt));
        stacked(
                withPerson
                        ? Cells.dotted(reasonOfEnd(), ended)
                        : Fragment.join(
                                "<div>%s</div>%s",
                                reasonOfEnd(),
                                Cells.dotted(
                                        Fragment.join("%s %s", Cells.word("sessions.column.created"), created),
                                        Fragment.join("%s %s", Cells.word("sessions.column.expires"), expires))),
                status());
        who();
        column("session", token(tokens));
        text(column("status", withPerson ? status() : above(status(), reasonOfEnd())), Sort.STATUS);
        text(column("location", location()), Sort.LOCATION);
        time(column("created", created), Sort.CREATED);
        time(column("expires", expires), Sort.EXPIRES);
        if (withPerson) {
            var end = time(column("ended", above(ended, reasonOfEnd())), Sort.ENDED);
            grid.usually(new RowOrder(end.getKey(), SortDirection.DESCENDING));
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
                location(),
                Fragment.join("${item.copy ? html`<div>%s</div>` : ''}", token(tokens)),
                times,
                end));
    }

    /** In two lines: who, and on what. */
    private void who() {
        if (withPerson) {
            var cell = Fragment.join(
                    "<div class=\"session-who\">%s<div class=\"session-lines\">%s %s %s<br>%s %s</div></div>",
                    Cells.initials(UserSession::user),
                    name(),
                    email(),
                    ownMark(),
                    Cells.role(UserSession::user),
                    device());
            text(column("user", cell).setRowHeader(true), Sort.USER);
        } else {
            var cell = Fragment.join("<div class=\"session-lines\">%s %s</div>", device(), ownMark());
            column("user", cell).setRowHeader(true);
        }
    }

    private Fragment<UserSession> about() {
        return withPerson
                ? Fragment.join(
                        "<div class=\"session-names\">%s%s%s</div>%s%s",
                        name(), Cells.role(UserSession::user), ownMark(), email(), device())
                : Fragment.join("<div class=\"session-names\">%s%s</div>", device(), ownMark());
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

    private void text(Grid.Column<UserSession> column, Sort sort) {
        grid.sortable(column, sort.name(), RowOrder.By.TEXT);
    }

    private Grid.Column<UserSession> time(Grid.Column<UserSession> column, Sort sort) {
        return grid.sortable(column, sort.name(), RowOrder.By.TIME);
    }

    private static Fragment<UserSession> above(Fragment<UserSession> first, Fragment<UserSession> second) {
        return Fragment.join("<div>%s</div><div class=\"session-end\">%s</div>", first, second);
    }

    private static Fragment<UserSession> name() {
        return Fragment.<UserSession>of("<bdi class=\"session-name\" title=\"%s\">${item.name}</bdi>"
                        .formatted(NameLabel.apart("${item.name}")))
                .with("name", row -> row.user().name());
    }

    private static Fragment<UserSession> email() {
        return Fragment.<UserSession>of("<span class=\"session-email\" title=\"${item.email}\">${item.email}</span>")
                .with("email", row -> row.user().email());
    }

    /** Marks the session in which the viewer is. */
    private Fragment<UserSession> ownMark() {
        var own = grid.viewer().sessionId();
        return Cells.mark("own", row -> row.id().equals(own) ? translate("sessions.this-device") : "");
    }

    private static Fragment<UserSession> device() {
        var icon = Fragment.<UserSession>of(Cells.icon("${item.icon}"))
                .with("icon", row -> SessionText.icon(row).symbol());
        return Fragment.join(
                "<div class=\"session-device\" title=\"${item.device} · ${item.ip}\">%s%s</div>",
                icon, Cells.dotted(fact("device", SessionText::device), fact("ip", SessionText::ip)));
    }

    /** The truncated ID; all of it, which is sent only then and has two lines, while tokens are shown. */
    private static Fragment<UserSession> token(BooleanSupplier shown) {
        return Fragment.<UserSession>of("""
                        <div class="session-token"><span class="token"><span>${item.token.slice(0, %1$d)}</span><wbr><span>${item.token.slice(%1$d)}</span></span>\
                        ${item.copy ? html`<button class="copy" data-copy="${item.token}" data-copied="${item.copied}" \
                        aria-label="${item.copy}" title="${item.copy}">%2$s</button>` : ''}</div>""".formatted(FIRST_LINE, Cells.icon("copy")))
                .with("token", row -> shown.getAsBoolean() ? row.id().toString() : SessionText.truncatedId(row))
                .with(
                        "copy",
                        row -> shown.getAsBoolean() ? translate("sessions.copy", SessionText.truncatedId(row)) : "")
                .with("copied", row -> shown.getAsBoolean() ? translate("common.copied") : "");
    }

    private static Fragment<UserSession> status() {
        return Cells.badge("status", row -> translate(Badge.key(row.status())), Badge::tone);
    }

    private static Fragment<UserSession> location() {
        return fact("location", SessionText::location);
    }

    private static Fragment<UserSession> fact(String name, Function<UserSession, SessionText.Fact> fact) {
        return Fragment.<UserSession>of(
                        "<span class=\"${item.%1$sHint ? 'unknown' : ''}\" title=\"${item.%1$sHint || item.%1$s}\">${item.%1$s}</span>"
                                .formatted(name))
                .with(name, row -> fact.apply(row).text())
                .with(name + "Hint", row -> fact.apply(row).hint());
    }

    private static Fragment<UserSession> reasonOfEnd() {
        return Fragment.<UserSession>of("<span title=\"${item.reason}\">${item.reason}</span>")
                .with("reason", SessionText::end);
    }

    /** A button whose label names device and person. */
    private static Fragment<UserSession> logout(SerializableConsumer<UserSession> action) {
        return Fragment.<UserSession>of("""
                        <vaadin-button class="logout" theme="tertiary danger" data-row="${itemKey}" aria-label="%1$s" \
                        title="%2$s" @click="${logout}">\
                        %3$s\
                        <span class="text">%2$s</span></vaadin-button>""".formatted(
                                translate("logout.label", "${item.device}", "${item.isolated || item.name}"),
                                translate("logout.action"),
                                Cells.icon("logout", " slot=\"prefix\"")))
                .with("device", row -> SessionText.device(row).text())
                .with("name", row -> row.user().name())
                .with("isolated", row -> NameLabel.isolated(row.user().name()))
                .calling("logout", action);
    }
}
