package io.rollcall.ui.sessions;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.function.SerializableConsumer;
import io.rollcall.session.UserSession;
import io.rollcall.ui.list.Cells;
import io.rollcall.ui.list.Fragment;
import io.rollcall.ui.parts.SessionText;
import io.rollcall.ui.shell.Badge;
import io.rollcall.ui.shell.NameLabel;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The pieces of which the cells of the lists consist. */
final class SessionCells {

    private SessionCells() {}

    static Fragment<UserSession> name() {
        return Fragment.join(
                "%s%s",
                Fragment.<UserSession>of("<bdi class=\"session-name\">${item.name}</bdi>")
                        .with("name", row -> row.user().name()),
                Cells.role(UserSession::user));
    }

    /** Where it is too long for a line, it breaks before the {@code @}. */
    static Fragment<UserSession> email() {
        return Fragment.<UserSession>of("<div class=\"session-email\">${item.mailbox}<wbr>${item.domain}</div>")
                .with("mailbox", row -> row.user().email().replaceFirst("@.*", ""))
                .with("domain", row -> row.user().email().replaceFirst("[^@]*", ""));
    }

    /** Marks the session in which the viewer is. */
    static Fragment<UserSession> ownMark(UUID own) {
        return Cells.mark("own", row -> row.id().equals(own) ? translate("sessions.this-device") : "");
    }

    static Fragment<UserSession> device() {
        var icon = Fragment.<UserSession>of(Cells.icon("${item.icon}"))
                .with("icon", row -> SessionText.icon(row).symbol());
        return Fragment.join(
                "<div class=\"session-device\">%s%s</div>",
                icon, Cells.dotted(fact("device", SessionText::device), fact("ip", SessionText::ip)));
    }

    /** The truncated ID; all of it, which is sent only then, while tokens are shown. */
    static Fragment<UserSession> token(BooleanSupplier shown) {
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

    static Fragment<UserSession> status() {
        return Cells.badge("status", row -> translate(Badge.key(row.status())), row -> Badge.tone(row.status()));
    }

    static Fragment<UserSession> location() {
        return fact("location", SessionText::location);
    }

    private static Fragment<UserSession> fact(String name, Function<UserSession, SessionText.Fact> fact) {
        return Fragment.<UserSession>of(
                        "<span class=\"${item.%1$sHint ? 'unknown' : ''}\" title=\"${item.%1$sHint}\">${item.%1$s}</span>"
                                .formatted(name))
                .with(name, row -> fact.apply(row).text())
                .with(name + "Hint", row -> fact.apply(row).hint());
    }

    static Fragment<UserSession> reasonOfEnd() {
        return Fragment.<UserSession>of("<span>${item.reason}</span>").with("reason", SessionText::end);
    }

    /** A button whose label names device and person. */
    static Fragment<UserSession> logout(SerializableConsumer<UserSession> action) {
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
