package io.rollcall.api;

import io.rollcall.security.CurrentUser;
import io.rollcall.session.OwnSession;
import io.rollcall.session.OwnSessions;
import io.rollcall.user.Role;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The session of whoever asks. Asking is not activity. */
@RestController
class SessionController {

    private static final String PRIVATE_NETWORK =
            ResourceBundle.getBundle("vaadin-i18n.translations").getString("sessions.private-network");

    private final CurrentUser currentUser;
    private final OwnSessions ownSessions;

    SessionController(CurrentUser currentUser, OwnSessions ownSessions) {
        this.currentUser = currentUser;
        this.ownSessions = ownSessions;
    }

    /**
     * @param id the public session ID
     * @param browser name and major version, or null where it was not captured; so for {@code operatingSystem}, {@code ip}
     *     and {@code location}
     * @param kind of device in lower case, as {@link io.rollcall.device.Device.Kind} names it
     * @param location city and country, or {@code Private network}
     */
    record Session(
            UUID id,
            Person user,
            @Nullable String browser,
            @Nullable String operatingSystem,
            String kind,
            @Nullable String ip,
            @Nullable String location,
            Instant createdAt,
            Instant lastActiveAt,
            Instant expiresAt) {

        static Session of(OwnSession session) {
            var signIn = session.signIn();
            return new Session(
                    session.id().value(),
                    new Person(
                            session.user().name(),
                            session.user().email(),
                            session.user().role()),
                    signIn.device().browserName().orElse(null),
                    signIn.device().operatingSystem(),
                    signIn.device().kind().name().toLowerCase(Locale.ROOT),
                    signIn.ip().orElse(null),
                    signIn.location()
                            .map(location -> location.label().orElse(PRIVATE_NETWORK))
                            .orElse(null),
                    signIn.at(),
                    session.lastActiveAt(),
                    session.expiresAt());
        }
    }

    record Person(String name, String email, Role role) {}

    /** 200 with the session, or 401 without one. */
    @GetMapping("/api/session")
    ResponseEntity<Session> session() {
        return currentUser
                .session()
                .flatMap(ownSessions::of)
                .map(session -> ResponseEntity.ok(Session.of(session)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
    }

    /** It can be asked for, and nothing else. */
    @RequestMapping("/api/session")
    ResponseEntity<Void> otherwise() {
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .allow(HttpMethod.GET, HttpMethod.HEAD)
                .build();
    }

    /** Nothing else is there, and a program is shown no page that says so. */
    @RequestMapping("/api/**")
    ResponseEntity<Void> nothing() {
        return ResponseEntity.notFound().build();
    }
}
