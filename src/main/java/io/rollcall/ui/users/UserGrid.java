package io.rollcall.ui.users;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import io.rollcall.security.CurrentUser;
import io.rollcall.ui.parts.DottedLine;
import io.rollcall.ui.shell.Badge;
import io.rollcall.ui.shell.Initials;
import io.rollcall.ui.shell.NameLabel;
import io.rollcall.ui.shell.SettingsLinks;
import io.rollcall.user.User;
import java.util.Objects;

/** The users as rows. In narrow places the browser shows one stacked cell and the actions instead of the columns. */
@JavaScript("context://session-grid.js")
class UserGrid extends Grid<User> {

    private static final String ROLE = "<span class=\"badge ${item.roleTone}\">${item.role}</span>";
    private static final String STATUS = "<span class=\"badge ${item.statusTone}\">${item.status}</span>";
    private static final String SESSIONS =
            "<a href=\"${item.sessionsHref}\" router-link aria-label=\"${item.sessionsLabel}\">${item.sessions}</a>";
    private static final String SESSIONS_IN_WORDS =
            "<a href=\"${item.sessionsHref}\" router-link>${item.sessionsInWords}</a>";
    private static final String LAST_SEEN = "${item.lastSeen"
            + " ? html`<rollcall-time datetime=\"${item.lastSeen}\" bound=\"past\"></rollcall-time>`"
            + " : html`<span class=\"unknown\">${item.never}</span>`}";
    private static final String USER = """
            <div class="user">
              <span class="initials ${item.tone}" aria-hidden="true">${item.initials}</span>
              <div class="user-text">
                <div class="user-line">
                  <bdi class="user-name">${item.name}</bdi>
                  ${item.you ? html`<span class="badge success">${item.you}</span>` : ''}
                </div>
                <div class="user-email">${item.email}</div>
                %s
              </div>
            </div>""";

    private static final String ACTIONS = """
            ${item.actions ? html`
              <vaadin-button id="${item.button}" class="row-actions aura-accent-neutral" theme="tertiary" aria-label="${item.actions}" @click="${open}">
                <svg class="icon" aria-hidden="true"><use href="icons.svg#more"></use></svg>
              </vaadin-button>` : ''}""";

    private final CurrentUser currentUser;
    private final UserPages pages;
    private final SerializableConsumer<User> onActions;

    UserGrid(CurrentUser currentUser, UserPages pages, SerializableConsumer<User> onActions) {
        this.currentUser = currentUser;
        this.pages = pages;
        this.onActions = onActions;
        addClassName("user-grid");
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        setItems(pages::fetch, pages::count);
        addStackedColumn();
        var user = addTextColumn("users.user", USER.formatted(""), "15rem").setSortProperty("nameSort");
        user.setFlexGrow(6).setRowHeader(true);
        addTextColumn("users.role", ROLE, "8rem").setSortProperty("role");
        addTextColumn("users.status", STATUS, "6.5rem").setSortProperty("enabled");
        addTextColumn("users.sessions", SESSIONS, "7.5rem");
        addTextColumn("users.last-seen", LAST_SEEN, "8rem");
        addActionsColumn();
        sort(GridSortOrder.asc(user).build());
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        getElement().executeJs("window.rollcall.adaptGrid(this)");
    }

    private void addStackedColumn() {
        var facts = "<div class=\"user-line\">%s %s</div><div class=\"user-facts\">%s</div>"
                .formatted(ROLE, STATUS, DottedLine.MARKUP.formatted(SESSIONS_IN_WORDS, LAST_SEEN));
        addColumn(renderer(USER.formatted(facts)))
                .setKey("stacked")
                .setFlexGrow(1)
                .getElement()
                .setProperty("hidden", true)
                .setAttribute("data-layout", "stacked");
    }

    private void addActionsColumn() {
        var renderer = LitRenderer.<User>of(ACTIONS)
                .withProperty("button", UserGrid::buttonId)
                .withProperty("actions", this::actionsLabel)
                .withFunction("open", onActions);
        addColumn(renderer)
                .setKey("actions")
                .setHeader(getTranslation("users.actions"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("var(--column-actions)")
                .setFlexGrow(0);
    }

    private Column<User> addTextColumn(String heading, String template, String width) {
        var column = addColumn(renderer(template))
                .setHeader(getTranslation(heading))
                .setWidth(width)
                .setFlexGrow(1);
        column.getElement().setAttribute("data-layout", "columns");
        return column;
    }

    private LitRenderer<User> renderer(String template) {
        return LitRenderer.<User>of(template)
                .withProperty("name", User::name)
                .withProperty("email", User::email)
                .withProperty("initials", user -> Initials.of(user.name()))
                .withProperty("tone", user -> Initials.tone(user.id()))
                .withProperty("you", user -> isYou(user) ? getTranslation("users.you") : "")
                .withProperty("role", user -> getTranslation(Badge.key(user.role())))
                .withProperty("roleTone", user -> Badge.tone(user.role()))
                .withProperty("status", user -> getTranslation(user.isEnabled() ? "users.enabled" : "users.disabled"))
                .withProperty("statusTone", user -> user.isEnabled() ? "success" : "neutral")
                .withProperty("sessions", user -> pages.presence(user).activeSessions())
                .withProperty("sessionsInWords", user -> sessionCount("users.sessions.in-words", user))
                .withProperty("sessionsLabel", user -> sessionCount("users.sessions.of", user))
                .withProperty("sessionsHref", this::sessionsHref)
                .withProperty(
                        "lastSeen",
                        user -> Objects.toString(pages.presence(user).lastSeen(), ""))
                .withProperty("never", user -> getTranslation("users.last-seen.never"));
    }

    private String sessionCount(String key, User user) {
        return getTranslation(key, pages.presence(user).activeSessions(), NameLabel.inText(user));
    }

    private String sessionsHref(User user) {
        return currentUser
                .actor()
                .map(actor -> SettingsLinks.sessionsOf(user, actor))
                .orElse("");
    }

    /** The id of the button that opens a user's actions. */
    static String buttonId(User user) {
        return "actions-" + user.id();
    }

    private String actionsLabel(User user) {
        var offersNone = currentUser
                .actor()
                .map(actor -> UserAction.offeredTo(actor, user).isEmpty())
                .orElse(true);
        return offersNone ? "" : getTranslation("users.actions.of", NameLabel.inText(user));
    }

    private boolean isYou(User user) {
        return currentUser.actor().filter(actor -> actor.is(user)).isPresent();
    }
}
