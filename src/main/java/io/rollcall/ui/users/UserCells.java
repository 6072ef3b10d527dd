package io.rollcall.ui.users;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.function.SerializableConsumer;
import io.rollcall.directory.SessionDirectory.Presence;
import io.rollcall.ui.list.Cells;
import io.rollcall.ui.list.Fragment;
import io.rollcall.ui.shell.Badge;
import io.rollcall.ui.shell.NameLabel;
import io.rollcall.ui.shell.SettingsLinks;
import io.rollcall.user.Actor;
import io.rollcall.user.User;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The pieces of which the cells of the list consist.
 *
 * @param viewer who looks at the page of rows that is being described
 * @param presence what the browser is told of a user's sessions
 */
record UserCells(Supplier<Actor> viewer, Function<User, Presence> presence) {

    /** @param below what stands below name and email */
    Fragment<User> user(Fragment<User> below) {
        var name =
                Fragment.<User>of("<bdi class=\"user-name\">${item.name}</bdi>").with("name", User::name);
        var email = Fragment.<User>of("<div class=\"user-email\">${item.email}</div>")
                .with("email", User::email);
        return Fragment.join("""
                <div class="user">%s<div class="user-text"><div class="user-line">%s%s</div>%s%s</div></div>""", Cells.initials(user -> user), name, you(), email, below);
    }

    private Fragment<User> you() {
        return Cells.mark("you", user -> viewer.get().is(user) ? translate("users.you") : "");
    }

    Fragment<User> status() {
        return Cells.badge("status", user -> translate(Badge.key(user.status())), user -> Badge.tone(user.status()));
    }

    /** How many sessions are active, and the way to them. */
    Fragment<User> sessions() {
        return link("sessions", " aria-label=\"${item.sessionsLabel}\"", user -> String.valueOf(active(user)))
                .with("sessionsLabel", user -> count("users.sessions.of", user));
    }

    Fragment<User> sessionsInWords() {
        return link("sessionsInWords", "", user -> count("users.sessions.in-words", user));
    }

    Fragment<User> lastSeen() {
        return Fragment.<User>of("""
                        ${item.lastSeen ? html`<rollcall-time datetime="${item.lastSeen}" bound="past"></rollcall-time>` \
                        : html`<span class="unknown">${item.never}</span>`}""")
                .with("lastSeen", user -> Objects.toString(presence.apply(user).lastSeen(), ""))
                .with("never", user -> translate("users.last-seen.never"));
    }

    /** A button, where there is anything that the viewer may do. */
    Fragment<User> actions(SerializableConsumer<User> open) {
        return Fragment.<User>of("""
                        ${item.actions ? html`<vaadin-button id="${item.button}" class="row-actions aura-accent-neutral" theme="tertiary" \
                        data-row="${item.button}" aria-haspopup="menu" aria-label="${item.actions}" @click="${open}">%s</vaadin-button>` : ''}""".formatted(Cells.icon("more")))
                .with("button", UserCells::buttonId)
                .with("actions", this::actionsLabel)
                .calling("open", open);
    }

    /** The id of the button that opens a user's actions. */
    static String buttonId(User user) {
        return "actions-" + user.id();
    }

    private Fragment<User> link(String name, String attributes, Function<User, String> text) {
        return Fragment.<User>of(
                        "<a href=\"${item.sessionsHref}\" router-link%s>${item.%s}</a>".formatted(attributes, name))
                .with("sessionsHref", user -> SettingsLinks.sessionsOf(user, viewer.get()))
                .with(name, text::apply);
    }

    private String count(String key, User user) {
        return translate(key, active(user), NameLabel.inText(user));
    }

    private int active(User user) {
        return presence.apply(user).activeSessions();
    }

    private String actionsLabel(User user) {
        return UserAction.offeredTo(viewer.get(), user, active(user)).isEmpty()
                ? ""
                : translate("users.actions.of", NameLabel.inText(user));
    }
}
