package io.rollcall.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinSession;
import io.rollcall.WebTest;
import io.rollcall.container.Visitors.DoorPage;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;

@WebTest
@Import(PageLimitIT.Seen.class)
@Tag("S61")
class PageLimitIT {

    @Autowired
    Seen seen;

    @LocalServerPort
    int port;

    /** The HttpSessions of the server. */
    @Component
    static class Seen implements HttpSessionListener {

        private final Map<String, HttpSession> sessions = new ConcurrentHashMap<>();

        @Override
        public void sessionCreated(HttpSessionEvent event) {
            sessions.put(event.getSession().getId(), event.getSession());
        }
    }

    @Test
    void aBrowserKeepsItsTwentyNewestPages() {
        seen.sessions.clear();
        var page = DoorPage.open(new RawClient(port));
        for (var i = 0; i < 60; i++) {
            page.another();
        }

        var pages = seen.sessions.values().stream()
                .flatMap(session ->
                        Collections.list(session.getAttributeNames()).stream().map(session::getAttribute))
                .filter(VaadinSession.class::isInstance)
                .map(VaadinSession.class::cast)
                .findFirst()
                .orElseThrow();
        pages.lock();
        try {
            assertThat(pages.getUIs()).hasSize(20).allMatch(ui -> ui.getUIId() > 40);
        } finally {
            pages.unlock();
        }
    }

    @Test
    void anAnonymousBrowserIsForgottenAfterFiveMinutes() {
        DoorPage.open(new RawClient(port));

        assertThat(seen.sessions.values()).allMatch(session -> session.getMaxInactiveInterval() == 300);
    }

    @ParameterizedTest
    @CsvSource({"/error/closed, This page was closed", "/error/no-cookie, Your browser did not keep the sign-in cookie."
    })
    void aClosedPageIsToldWhy(String path, String why) {
        var answer = new RawClient(port).get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains(why);
        assertThat(answer.header("Content-Security-Policy")).hasSize(1);
        assertThat(answer.header("Cache-Control")).singleElement().asString().contains("no-store");
        assertThat(new RawClient(port)
                        .ask("POST " + path + " HTTP/1.1", "", "a")
                        .status())
                .isEqualTo(400);
    }
}
