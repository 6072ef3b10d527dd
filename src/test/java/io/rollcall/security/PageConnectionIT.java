package io.rollcall.security;

import static io.rollcall.security.PageRequests.cookie;
import static io.rollcall.security.PageRequests.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollcall.TestClock;
import io.rollcall.WebTest;
import io.rollcall.session.OpenedSession;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionRegistry;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import io.rollcall.user.UserImport;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The push connection of an open page: whom it is made for, what it says when its session ends, and that it is then refused. */
@WebTest
class PageConnectionIT {

    private static final String LIST = "settings/active-sessions";

    @Autowired
    SessionRegistry registry;

    @Autowired
    UserImport accounts;

    @LocalServerPort
    int port;

    private User owner;
    private OpenedSession session;
    private PageRequests requests;

    @BeforeEach
    void signIn() {
        owner = Owner.addTo(accounts);
        session = registry.open(owner.id(), false, Origin.UNKNOWN).orElseThrow();
        requests = new PageRequests(port, registry, owner, session);
    }

    @Test
    @Tag("S63")
    @Tag("S14")
    void itsOwnerIsToldWhatChangesAndNobodyElseIs() {
        try (var page = OpenPage.of(port, session, LIST)) {
            assertThat(page.show(cookie(session))).contains("vaadin-grid");
            for (var cookies : requests.cookiesOfOthers()) {
                assertThat(requests.upgrade("/VAADIN/push?" + page.pushQuery(), with(cookies, page))
                                .status())
                        .isEqualTo(401);
            }
            assertThat(requests.upgrade("/VAADIN/push?" + page.pushQuery(), List.of())
                            .status())
                    .isEqualTo(401);
            var another = registry.open(owner.id(), false, Origin.UNKNOWN).orElseThrow();
            assertThat(requests.upgrade("/VAADIN/push?" + page.pushQuery(), with(cookie(another) + "; ", page))
                            .status())
                    .isEqualTo(401);
        }
        try (var page = OpenPage.of(port, session, LIST)) {
            assertThat(requests.upgrade("/VAADIN/push?" + page.pushQuery(), requests.own(page))
                            .status())
                    .isEqualTo(101);
        }
    }

    @Test
    @Tag("S10")
    @Tag("S63")
    void anEndedSessionsPageIsToldNothingButTheWayToTheLogin() {
        try (var page = OpenPage.of(port, session, LIST)) {
            page.show(cookie(session));
            var other = addUser("Uma User", "uma@example.com");
            registry.open(other.id(), false, Origin.UNKNOWN);
            await().until(() -> !page.received().isEmpty());
            page.forget();

            registry.end(requests.actor(), session.session().id());
            registry.open(other.id(), false, Origin.UNKNOWN);

            await().until(() -> page.received().contains("login?ended"));
            await().until(page::isClosed);
            assertThat(page.received()).doesNotContain("Uma", "vaadin-grid", "\"execute\"");
        }
    }

    @Test
    @Tag("S12")
    @Tag("S63")
    void anEndedSessionsConnectionIsRefusedAtOnceAlsoWhileItsPagesAreStillThere() {
        try (var page = OpenPage.of(port, session, LIST)) {
            page.show(cookie(session));

            registry.end(requests.actor(), session.session().id());

            for (var type : SpellingsIT.TYPES) {
                var query = page.pushQuery().replace("v-r=push", "v-r=" + type);
                assertThat(requests.upgrade("/VAADIN/push?" + query, requests.own(page))
                                .status())
                        .as(type)
                        .isIn(400, 401);
            }
        }
    }

    private User addUser(String name, String email) {
        return accounts.add(List.of(new UserImport.Row(
                        name, EmailAddress.parse(email).orElseThrow(), Role.USER, true, null, TestClock.START)))
                .getFirst();
    }
}
