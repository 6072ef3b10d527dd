package io.rollcall.ui.sessions;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.function.SerializableConsumer;
import io.rollcall.session.UserSession;
import io.rollcall.ui.list.Fragment;
import io.rollcall.ui.parts.DottedLine;
import io.rollcall.ui.parts.SessionText;
import io.rollcall.ui.shell.Badge;
import io.rollcall.ui.shell.Initials;
import io.rollcall.ui.shell.NameLabel;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/** The pieces of which the cells of the lists consist. */
final class SessionCells {

    private static final String ICON =
            "<svg class=\"icon\" aria-hidden=\"true\"><use href=\"icons.svg#%s\"></use></svg>";

    private SessionCells() {}

    static Fragment initials() {
        return Fragment.of("<span class=\"initials ${item.tone}\" aria-hidden=\"true\">${item.initials}</span>")
                .with("tone", row -> Initials.tone(row.user().id()))
                .with("initials", row -> Initials.of(row.user().name()));
    }

    static Fragment name() {
        return Fragment.of("""
                        <bdi class="session-name">${item.name}</bdi>\
                        <span class="badge ${item.roleTone}">${item.role}</span>""")
                .with("name", row -> row.user().name())
                .with("role", row -> translate(Badge.key(row.user().role())))
                .with("roleTone", row -> Badge.tone(row.user().role()));
    }

    /** Where it is too long for a line, it breaks before the {@code @}. */
    static Fragment email() {
        return Fragment.of("<div class=\"session-email\">${item.mailbox}<wbr>${item.domain}</div>")
                .with("mailbox", row -> row.user().email().replaceFirst("@.*", ""))
                .with("domain", row -> row.user().email().replaceFirst("[^@]*", ""));
    }

    /** Marks the session in which the viewer is. */
    static Fragment ownMark(Predicate<UserSession> isOwn) {
        return Fragment.of("${item.own ? html`<span class=\"badge success\">${item.own}</span>` : ''}")
                .with("own", row -> isOwn.test(row) ? translate("sessions.this-device") : "");
    }

    static Fragment device() {
        var icon = Fragment.of(ICON.formatted("${item.icon}"))
                .with("icon", row -> SessionText.icon(row).symbol());
        return Fragment.join(
                "<div class=\"session-device\">%s%s</div>",
                icon, dotted(fact("device", SessionText::device), fact("ip", SessionText::ip)));
    }

    /** The truncated ID; all of it, which is sent only then, while tokens are shown. */
    static Fragment token(BooleanSupplier shown) {
        return Fragment.of("""
                        <span class="token">${item.token}<wbr>${item.tokenEnd}</span>\
                        ${item.copy ? html`<button class="copy" data-copy="${item.token}" data-copied="${item.copied}" \
                        aria-label="${item.copy}" title="${item.copy}">%s</button>` : ''}""".formatted(ICON.formatted("copy")))
                .with("token", row -> shown.getAsBoolean() ? row.id().toString() : SessionText.startOfId(row))
                .with("tokenEnd", row -> shown.getAsBoolean() ? "" : SessionText.endOfId(row))
                .with(
                        "copy",
                        row -> shown.getAsBoolean() ? translate("sessions.copy", SessionText.truncatedId(row)) : "")
                .with("copied", row -> shown.getAsBoolean() ? translate("common.copied") : "");
    }

    static Fragment status() {
        return Fragment.of("<span class=\"badge ${item.statusTone}\">${item.status}</span>")
                .with("status", row -> translate(Badge.key(row.status())))
                .with("statusTone", row -> Badge.tone(row.status()));
    }

    static Fragment location() {
        return fact("location", SessionText::location);
    }

    static Fragment dotted(Fragment first, Fragment second) {
        return Fragment.join(DottedLine.MARKUP, first, second);
    }

    private static Fragment fact(String name, Function<UserSession, SessionText.Fact> fact) {
        return Fragment.of(
                        "<span class=\"${item.%1$sHint ? 'unknown' : ''}\" title=\"${item.%1$sHint}\">${item.%1$s}</span>"
                                .formatted(name))
                .with(name, row -> fact.apply(row).text())
                .with(name + "Hint", row -> fact.apply(row).hint());
    }

    /** A moment that lies behind. */
    static Fragment past(String name, Function<UserSession, Instant> moment) {
        return time("<rollcall-time datetime=\"${item.%s}\" bound=\"past\"></rollcall-time>", name, moment);
    }

    /** A moment that is still to come, told with emphasis when it is near. */
    static Fragment future(String name, Function<UserSession, Instant> moment) {
        return time("<rollcall-time datetime=\"${item.%s}\" bound=\"future\"></rollcall-time>", name, moment);
    }

    static Fragment moment(String name, Function<UserSession, Instant> moment) {
        return time("<rollcall-time datetime=\"${item.%s}\"></rollcall-time>", name, moment);
    }

    static Fragment reasonOfEnd() {
        return Fragment.of("<span>${item.reason}</span>").with("reason", SessionText::end);
    }

    /** A button whose label names device and person. */
    static Fragment logout(SerializableConsumer<UserSession> action) {
        return Fragment.of("""
                        <vaadin-button class="logout" theme="tertiary danger" data-row="${itemKey}" aria-label="${item.logoutLabel}" \
                        title="${item.logout}" @click="${logout}">\
                        <svg slot="prefix" class="icon" aria-hidden="true"><use href="icons.svg#logout"></use></svg>\
                        <span class="text">${item.logout}</span></vaadin-button>""")
                .with("logout", row -> translate("logout.action"))
                .with(
                        "logoutLabel",
                        row -> translate("logout.label", SessionText.device(row).text(), NameLabel.inText(row.user())))
                .calling("logout", action);
    }

    /** A word of the translations. */
    static Fragment text(String name, String key) {
        return Fragment.of("<span>${item.%s}</span>".formatted(name)).with(name, row -> translate(key));
    }

    private static Fragment time(String markup, String name, Function<UserSession, Instant> moment) {
        return Fragment.of(markup.formatted(name))
                .with(name, row -> moment.apply(row).toString());
    }
}
