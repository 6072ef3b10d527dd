package io.rollcall.ui.users;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.rollcall.security.CurrentUser;
import io.rollcall.ui.Badge;
import io.rollcall.ui.Icons;
import io.rollcall.ui.Initials;
import io.rollcall.user.Actor;
import io.rollcall.user.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;

/** The users as rows. On narrow screens everything but the actions stands in the first cell. */
@JavaScript("context://relative-time.js")
class UserGrid extends Grid<User> {

    /** The part of cells that narrow screens leave out. */
    private static final String WIDE_ONLY = "wide-only";

    private static final String ROLE = "<span class=\"badge ${item.roleTone}\">${item.role}</span>";
    private static final String STATUS = "<span class=\"badge ${item.statusTone}\">${item.status}</span>";
    private static final String SESSIONS =
            "<a class=\"count\" href=\"${item.sessionsHref}\" router-link aria-label=\"${item.sessionsLabel}\">${item.sessions}</a>";
    private static final String LAST_SEEN = "${item.lastSeen"
            + " ? html`<rollcall-time datetime=\"${item.lastSeen}\"></rollcall-time>`"
            + " : html`<span class=\"unknown\">${item.never}</span>`}";

    private static final String USER = """
            <div class="user">
              <span class="initials ${item.colour}" aria-hidden="true">${item.initials}</span>
              <div class="user-text">
                <div class="user-line">
                  <span class="user-name">${item.name}</span>
                  ${item.you ? html`<span class="badge success">${item.you}</span>` : ''}
                </div>
                <span class="user-email">${item.email}</span>
                <div class="narrow-only">
                  <div class="badges">%s %s</div>
                  <div class="user-facts">${item.sessionsShort} · %s</div>
                </div>
              </div>
            </div>""".formatted(ROLE, STATUS, LAST_SEEN);

    private final CurrentUser currentUser;
    private final UserPages pages;
    private final BiConsumer<UserAction, User> onAction;

    UserGrid(CurrentUser currentUser, UserPages pages, BiConsumer<UserAction, User> onAction) {
        this.currentUser = currentUser;
        this.pages = pages;
        this.onAction = onAction;
        addClassName("user-grid");
        addThemeVariants(GridVariant.NO_ROW_BORDERS);
        setSelectionMode(SelectionMode.NONE);
        setItems(pages::fetch, pages::count);
        var user = addUserColumn();
        addLitColumn("users.role", ROLE, "10rem").setSortProperty("role");
        addLitColumn("users.status", STATUS, "7rem").setSortProperty("enabled");
        addLitColumn("users.sessions", SESSIONS, "9rem").setTextAlign(ColumnTextAlign.END);
        addLitColumn("users.last-seen", LAST_SEEN, "10rem");
        addComponentColumn(this::actions)
                .setKey("actions")
                .setHeader(getTranslation("users.actions"))
                .setHeaderPartName(WIDE_ONLY)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6rem")
                .setFlexGrow(0);
        sort(GridSortOrder.asc(user).build());
    }

    private Column<User> addUserColumn() {
        return addColumn(renderer(USER))
                .setHeader(getTranslation("users.user"))
                .setHeaderPartName(WIDE_ONLY)
                .setPartNameGenerator(user -> "user-cell")
                .setSortProperty("name")
                .setWidth("18rem")
                .setFlexGrow(1);
    }

    private Column<User> addLitColumn(String heading, String template, String width) {
        return addColumn(renderer(template))
                .setHeader(getTranslation(heading))
                .setHeaderPartName(WIDE_ONLY)
                .setPartNameGenerator(user -> WIDE_ONLY)
                .setWidth(width)
                .setFlexGrow(0);
    }

    private LitRenderer<User> renderer(String template) {
        return LitRenderer.<User>of(template)
                .withProperty("name", User::name)
                .withProperty("email", User::email)
                .withProperty("initials", user -> Initials.of(user.name()))
                .withProperty("colour", user -> Initials.tone(user.id()))
                .withProperty("you", user -> isYou(user) ? getTranslation("users.you") : null)
                .withProperty("role", user -> getTranslation(Badge.key(user.role())))
                .withProperty("roleTone", user -> Badge.tone(user.role()))
                .withProperty("status", user -> getTranslation(user.isEnabled() ? "users.enabled" : "users.disabled"))
                .withProperty("statusTone", user -> user.isEnabled() ? "success" : "neutral")
                .withProperty("sessions", user -> pages.presence(user).activeSessions())
                .withProperty("sessionsShort", user -> sessionCount("users.sessions.short", user))
                .withProperty("sessionsLabel", user -> sessionCount("users.sessions.of", user))
                .withProperty("sessionsHref", this::sessionsHref)
                .withProperty("lastSeen", user -> pages.presence(user).lastSeen())
                .withProperty("never", user -> getTranslation("users.last-seen.never"));
    }

    private String sessionCount(String key, User user) {
        return getTranslation(key, pages.presence(user).activeSessions(), user.name());
    }

    private String sessionsHref(User user) {
        var seesEverybody = currentUser
                .actor()
                .filter(actor -> actor.role().isAdministrator())
                .isPresent();
        return seesEverybody
                ? "settings/active-sessions?q=" + URLEncoder.encode(user.email(), StandardCharsets.UTF_8)
                : "settings/my-sessions";
    }

    private boolean isYou(User user) {
        return currentUser.actor().filter(actor -> actor.is(user)).isPresent();
    }

    private MenuBar actions(User user) {
        var offered = currentUser
                .actor()
                .map((Actor actor) -> UserAction.offeredTo(actor, user))
                .orElse(List.of());
        var bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        bar.setVisible(!offered.isEmpty());
        MenuItem opener = bar.addItem(Icons.MORE.create());
        opener.setAriaLabel(getTranslation("users.actions.of", user.name()));
        offered.forEach(action ->
                opener.getSubMenu().addItem(getTranslation(action.key()), click -> onAction.accept(action, user)));
        return bar;
    }
}
