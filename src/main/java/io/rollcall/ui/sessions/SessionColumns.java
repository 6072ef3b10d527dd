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
import io.rollcall.ui.parts.SessionText;
import io.rollcall.ui.shell.Badge;
import io.rollcall.ui.shell.NameLabel;
import io.rollcall.user.SessionId;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

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
        var button = logout(logout);
        stacked(
                Cells.dotted(
                        lastActive,
                        Fragment.join("%s %s", Cells.word("expiresWord", "sessions.stacked.expires"), expires)),
                button);
        who();
        column("session", token(tokens));
        column("status", status());
        sortable(column("location", location()), Sort.LOCATION);
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
                        ? Cells.dotted(reasonOfEnd(), ended)
                        : Cells.dotted(
                                Fragment.join("%s %s", Cells.word("createdWord", "sessions.column.created"), created),
                                Fragment.join("%s %s", Cells.word("expiresWord", "sessions.column.expires"), expires)),
                status());
        who();
        column("session", token(tokens));
        sortable(column("status", status()), Sort.STATUS);
        sortable(column("location", location()), Sort.LOCATION);
        sortable(column("created", created), Sort.CREATED);
        sortable(column("expires", expires), Sort.EXPIRES);
        if (withPerson) {
            var end = Fragment.join("<div>%s</div><div class=\"session-times\">%s</div>", reasonOfEnd(), ended);
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
                location(),
                Fragment.join("${item.copy ? html`<div>%s</div>` : ''}", token(tokens)),
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
        var ownMark = ownMark(grid.viewer().sessionId());
        return withPerson
                ? Fragment.join("<div class=\"session-names\">%s%s</div>%s%s", name(), ownMark, email(), device())
                : Fragment.join("<div class=\"session-names\">%s%s</div>", device(), ownMark);
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

    private static Fragment<UserSession> name() {
        return Fragment.join(
                "%s%s",
                Fragment.<UserSession>of("<bdi class=\"session-name\">${item.name}</bdi>")
                        .with("name", row -> row.user().name()),
                Cells.role(UserSession::user));
    }

    /** Where it is too long for a line, it breaks before the {@code @}. */
    private static Fragment<UserSession> email() {
        return Fragment.<UserSession>of("<div class=\"session-email\">${item.mailbox}<wbr>${item.domain}</div>")
                .with("mailbox", row -> row.user().email().replaceFirst("@.*", ""))
                .with("domain", row -> row.user().email().replaceFirst("[^@]*", ""));
    }

    /** Marks the session in which the viewer is. */
    private static Fragment<UserSession> ownMark(SessionId own) {
        return Cells.mark("own", row -> row.id().equals(own) ? translate("sessions.this-device") : "");
    }

    private static Fragment<UserSession> device() {
        var icon = Fragment.<UserSession>of(Cells.icon("${item.icon}"))
                .with("icon", row -> SessionText.icon(row).symbol());
        return Fragment.join(
                "<div class=\"session-device\">%s%s</div>",
                icon, Cells.dotted(fact("device", SessionText::device), fact("ip", SessionText::ip)));
    }

    /** The truncated ID; all of it, which is sent only then, while tokens are shown. */
    private static Fragment<UserSession> token(BooleanSupplier shown) {
        return Fragment.<UserSession>of("""
                        <span class="token">${item.token}<wbr>${item.tokenEnd}</span>\
                        ${item.copy ? html`<button class="copy" data-copy="${item.token}" data-copied="${item.copied}" \
                        aria-label="${item.copy}" title="${item.copy}">%s</button>` : ''}""".formatted(Cells.icon("copy")))
                .with("token", row -> shown.getAsBoolean() ? row.id().toString() : SessionText.startOfId(row))
                .with("tokenEnd", row -> shown.getAsBoolean() ? "" : SessionText.endOfId(row))
                .with(
                        "copy",
                        row -> shown.getAsBoolean() ? translate("sessions.copy", SessionText.truncatedId(row)) : "")
                .with("copied", row -> shown.getAsBoolean() ? translate("common.copied") : "");
    }

    private static Fragment<UserSession> status() {
        return Cells.badge("status", row -> translate(Badge.key(row.status())), row -> Badge.tone(row.status()));
    }

    private static Fragment<UserSession> location() {
        return fact("location", SessionText::location);
    }

    private static Fragment<UserSession> fact(String name, Function<UserSession, SessionText.Fact> fact) {
        return Fragment.<UserSession>of(
                        "<span class=\"${item.%1$sHint ? 'unknown' : ''}\" title=\"${item.%1$sHint}\">${item.%1$s}</span>"
                                .formatted(name))
                .with(name, row -> fact.apply(row).text())
                .with(name + "Hint", row -> fact.apply(row).hint());
    }

    private static Fragment<UserSession> reasonOfEnd() {
        return Fragment.<UserSession>of("<span>${item.reason}</span>").with("reason", SessionText::end);
    }

    /** A button whose label names device and person. */
    private static Fragment<UserSession> logout(SerializableConsumer<UserSession> action) {
        return Fragment.<UserSession>of("""
                        <vaadin-button class="logout" theme="tertiary danger" data-row="${itemKey}" aria-label="${item.logoutLabel}" \
                        title="${item.logout}" @click="${logout}">\
                        %s\
                        <span class="text">${item.logout}</span></vaadin-button>""".formatted(Cells.icon("logout", " slot=\"prefix\"")))
                .with("logout", row -> translate("logout.action"))
                .with(
                        "logoutLabel",
                        row -> translate("logout.label", SessionText.device(row).text(), NameLabel.inText(row.user())))
                .calling("logout", action);
    }
}
