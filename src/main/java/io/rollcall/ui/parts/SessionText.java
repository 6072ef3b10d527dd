package io.rollcall.ui.parts;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.rollcall.location.Location;
import io.rollcall.session.EndReason;
import io.rollcall.session.UserSession;
import io.rollcall.ui.shell.Icons;
import io.rollcall.ui.shell.NameLabel;
import java.util.Locale;
import java.util.Optional;

/** What people read of a session. */
public final class SessionText {

    private static final int SHOWN_AT_EACH_END = 8;

    private SessionText() {}

    /**
     * A text that may stand for something not captured.
     *
     * @param text what to show
     * @param isKnown whether it was captured
     */
    public record Fact(String text, boolean isKnown) {

        private static Fact of(Optional<String> known, String keyOfUnknown) {
            return new Fact(known.orElseGet(() -> I18NProvider.translate(keyOfUnknown)), known.isPresent());
        }

        /** What it says and, where it was not captured, why that is no reason to worry. */
        public Span label() {
            var label = new Span(text);
            if (!isKnown) {
                label.addClassName("unknown");
                label.setTitle(hint());
            }
            return label;
        }

        /** Why it is not known; empty when it is. */
        public String hint() {
            return isKnown ? "" : I18NProvider.translate("sessions.unknown-hint");
        }
    }

    /** The first and last eight characters of the ID, its dashes left out: {@code 5d6be86d...7f6683ab}. */
    public static String truncatedId(UserSession session) {
        var id = session.id().toString();
        return id.substring(0, SHOWN_AT_EACH_END) + "..." + id.substring(id.length() - SHOWN_AT_EACH_END);
    }

    /** {@code Chrome 143 on macOS}, or the part of it that is known. */
    public static Fact device(UserSession session) {
        var device = session.device();
        if (device.browser() == null && device.operatingSystem() == null) {
            return Fact.of(Optional.empty(), "sessions.unknown-browser");
        }
        var browser = Fact.of(device.browserName(), "sessions.unknown-browser");
        return device.operatingSystem() == null
                ? browser
                : new Fact(
                        I18NProvider.translate("sessions.device", browser.text, device.operatingSystem()),
                        browser.isKnown);
    }

    public static Fact ip(UserSession session) {
        return Fact.of(session.ip(), "sessions.unknown-ip");
    }

    public static Fact location(UserSession session) {
        return Fact.of(session.location().map(SessionText::label), "sessions.unknown-location");
    }

    public static Icons icon(UserSession session) {
        return switch (session.device().kind()) {
            case DESKTOP -> Icons.DESKTOP;
            case PHONE -> Icons.PHONE;
            case TABLET -> Icons.TABLET;
            case TELEVISION -> Icons.TELEVISION;
            case CONSOLE -> Icons.CONSOLE;
            case HEADSET -> Icons.HEADSET;
            case PROGRAM -> Icons.PROGRAM;
            case UNKNOWN -> Icons.UNKNOWN;
        };
    }

    /** Why a session ended and, where a person did it to a session of choice, who. */
    public static String end(UserSession session) {
        return session.endReason().map(reason -> end(session, reason)).orElse("");
    }

    private static String end(UserSession session, EndReason reason) {
        var key = "history.end." + reason.name().toLowerCase(Locale.ROOT);
        if (reason != EndReason.LOGGED_OUT) {
            return I18NProvider.translate(key);
        }
        return session.endedBy()
                .map(by -> I18NProvider.translate(key, NameLabel.inText(by)))
                .orElseGet(() -> I18NProvider.translate(key + ".unknown"));
    }

    private static String label(Location location) {
        return location.label().orElseGet(() -> I18NProvider.translate("sessions.private-network"));
    }
}
