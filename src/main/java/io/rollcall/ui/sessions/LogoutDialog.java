package io.rollcall.ui.sessions;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.rollcall.session.UserSession;
import io.rollcall.ui.list.DestructiveDialog;
import io.rollcall.ui.parts.DeviceLine;
import io.rollcall.ui.parts.DottedLine;
import io.rollcall.ui.parts.SessionText;
import io.rollcall.ui.shell.Badge;
import io.rollcall.ui.shell.NameLabel;
import io.rollcall.user.Actor;
import java.util.function.Consumer;

/** Asks before a session is ended, and says what that does and what it does not. */
class LogoutDialog extends DestructiveDialog {

    /** @param action told whether the user is to be disabled too */
    LogoutDialog(UserSession session, Actor viewer, Consumer<Boolean> action) {
        this(session, viewer, new Checkbox(), action);
    }

    private LogoutDialog(UserSession session, Actor viewer, Checkbox alsoDisable, Consumer<Boolean> action) {
        super(I18NProvider.translate("logout.header"), "logout.action", () -> action.accept(alsoDisable.getValue()));
        alsoDisable.setLabel(getTranslation("logout.disable"));
        add(summary(session));
        if (session.id().equals(viewer.sessionId())) {
            add(new Paragraph(getTranslation("logout.own")));
            return;
        }
        add(new Paragraph(getTranslation("logout.effect")));
        if (!viewer.is(session.user())) {
            add(new Paragraph(getTranslation("logout.not-disabled")));
            if (viewer.role().mayManage(session.user().role())) {
                add(alsoDisable);
            }
        }
    }

    private static Div summary(UserSession session) {
        var person = new NameLabel(session.user(), "session-name");
        var name = new Div(person, Badge.of(session.user().role()));
        name.addClassName("session-names");
        var token = new Span(SessionText.truncatedId(session));
        token.addClassName("token");
        var place = new Div(new DottedLine(SessionText.location(session).label(), token));
        place.addClassName("session-device");
        var summary = new Div(name, new DeviceLine(session, SessionText.ip(session)), place);
        summary.addClassName("logout-summary");
        return summary;
    }
}
