package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.vaadin.flow.server.WrappedHttpSession;
import io.rollcall.session.EndReason;
import io.rollcall.session.LiveSession;
import io.rollcall.session.SessionRegistry;
import io.rollcall.session.Verdict;
import io.rollcall.user.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** What the gate does with what {@link Admission} decides. */
@Tag("S63")
class GateFilterTests {

    private final SessionId id = new SessionId(UUID.randomUUID());
    private final LiveSession session = mock(LiveSession.class);
    private final CurrentUser currentUser = mock(CurrentUser.class);
    private final SessionRegistry registry = mock(SessionRegistry.class);
    private final GateFilter gate = new GateFilter(currentUser, registry);
    private final MockHttpSession pages = new MockHttpSession();
    private final MockFilterChain chain = new MockFilterChain();
    private MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeEach
    void aSession() {
        when(session.id()).thenReturn(id);
    }

    @Test
    void whoIsSignedInReachesTheirOwnPages() throws Exception {
        ownedBy(id);
        var request = pass("GET", "/settings/users", new Verdict.Valid(session));

        assertThat(chain.getRequest()).isSameAs(request);
        assertThat(pages.isInvalid()).isFalse();
    }

    @Test
    void pagesOfAnotherAreThrownAwayBeforeANavigationGoesOn() throws Exception {
        ownedBy(new SessionId(UUID.randomUUID()));
        pass("GET", "/settings/users", new Verdict.Valid(session));

        assertThat(chain.getRequest()).isNotNull();
        assertThat(pages.isInvalid()).isTrue();
    }

    @Test
    void filesAndProbesAreAnsweredWithoutPagesAndWithoutAskingWhoItIs() throws Exception {
        for (var path : new String[] {"/styles.css", "/actuator/health"}) {
            chain.reset();
            gate.doFilter(request("GET", path), response, chain);

            var passed = (HttpServletRequest) chain.getRequest();
            assertThat(passed.getSession(false)).as(path).isNull();
            assertThatIllegalStateException().isThrownBy(passed::getSession).withMessageContaining("No page");
            assertThatIllegalStateException().isThrownBy(() -> passed.getSession(true));
        }
        verifyNoInteractions(currentUser, registry);
    }

    @Test
    void aProgramWithAGoodCookieHasNoPages() throws Exception {
        ownedBy(new SessionId(UUID.randomUUID()));
        pass("GET", "/api/session", new Verdict.Valid(session));

        assertThat(((HttpServletRequest) chain.getRequest()).getSession(false)).isNull();
        assertThat(pages.isInvalid()).isFalse();
    }

    @Test
    void whatNobodyOfOursSendsIsABadRequest() throws Exception {
        gate.doFilter(request("GET", "/vaadinServlet/x"), response, chain);

        assertRefused(400);
        verifyNoInteractions(currentUser, registry);
    }

    @Test
    void anEndedSessionsNavigationGoesOnWithoutItsPages() throws Exception {
        ownedBy(id);
        pass("GET", "/settings/users", ended());

        assertThat(chain.getRequest()).isNotNull();
        assertThat(pages.isInvalid()).isTrue();
    }

    @ParameterizedTest
    @Tag("S61")
    @CsvSource({"false, /people/error/no-cookie", "true, /people/login?ended"})
    void aPageOfABrowserThatKeepsNoCookieIsNotSentToTheLoginWhichWouldLoadAgainAndAgain(boolean kept, String to)
            throws Exception {
        var request = request("POST", "/");
        request.setSession(null);
        request.addParameter("v-r", "uidl");
        request.setRequestedSessionId(kept ? "pages-that-are-gone" : null);
        RequestVerdict.set(request, new Verdict.Unknown());
        pass(request, new Verdict.Unknown());

        assertRefused(200);
        assertThat(response.getContentAsString()).isEqualTo("Vaadin-Refresh: " + to);
    }

    @Test
    void anEndedSessionsPageIsToldToGoToTheLoginAsFlowReadsIt() throws Exception {
        ownedBy(id);
        pass("POST", "/", "uidl", ended());

        assertRefused(200);
        assertThat(response.getContentType()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(response.getContentAsString()).isEqualTo("Vaadin-Refresh: /people/login?ended");
    }

    @Test
    void anEndedSessionsHeartbeatAndProgramAreUnauthorized() throws Exception {
        ownedBy(id);
        pass("POST", "/", "heartbeat", ended());
        assertRefused(401);

        response = new MockHttpServletResponse();
        pass("GET", "/api/session", ended());
        assertRefused(401);
    }

    @ParameterizedTest
    @Tag("S11")
    @CsvSource({"GET, /settings/users", "GET, /login", "POST, /login"})
    void whatAPersonNavigatesToIsActivity(String method, String path) throws Exception {
        ownedBy(id);
        pass(method, path, new Verdict.Valid(session));

        verify(registry).touch(session);
    }

    @ParameterizedTest
    @Tag("S11")
    @ValueSource(strings = {"init", "uidl", "heartbeat"})
    void whatAPageAsksForByItselfIsNone(String type) throws Exception {
        ownedBy(id);
        pass(type.equals("init") ? "GET" : "POST", "/", type, new Verdict.Valid(session));
        pass("GET", "/VAADIN/dynamic/resource/0/x/picture.png", new Verdict.Valid(session));
        pass("GET", "/api/session", new Verdict.Valid(session));
        pass("GET", "/actuator", new Verdict.Valid(session));

        verify(registry, never()).touch(any());
    }

    @Test
    @Tag("S11")
    void anEndedSessionsNavigationIsNobodysActivity() throws Exception {
        pass("GET", "/settings/users", ended());
        pass("GET", "/login", new Verdict.Unknown());

        verifyNoInteractions(registry);
    }

    @Test
    @Tag("S47")
    void aDatabaseThatIsAwayLetsNobodyInAndSignsNobodyOut() {
        var request = request("GET", "/settings/users");
        when(currentUser.verdict(request)).thenThrow(new QueryTimeoutException("it is away"));

        assertThatExceptionOfType(QueryTimeoutException.class)
                .isThrownBy(() -> gate.doFilter(request, response, chain));

        assertThat(chain.getRequest()).as("what Vaadin sees").isNull();
        assertThat(pages.isInvalid()).isFalse();
    }

    private MockHttpServletRequest pass(String method, String path, Verdict verdict) throws Exception {
        return pass(request(method, path), verdict);
    }

    private void pass(String method, String path, String type, Verdict verdict) throws Exception {
        var request = request(method, path);
        request.addParameter("v-r", type);
        pass(request, verdict);
    }

    private MockHttpServletRequest pass(MockHttpServletRequest request, Verdict verdict) throws Exception {
        doReturn(verdict).when(currentUser).verdict(request);
        chain.reset();
        gate.doFilter(request, response, chain);
        return request;
    }

    private MockHttpServletRequest request(String method, String path) {
        var request = new MockHttpServletRequest(method, "/people" + path);
        request.setContextPath("/people");
        request.setServletPath(path);
        request.setSession(pages);
        return request;
    }

    private void ownedBy(SessionId owner) {
        PageOwner.bind(new WrappedHttpSession(pages), owner);
    }

    private void assertRefused(int status) {
        assertThat(chain.getRequest()).as("what Vaadin sees").isNull();
        assertThat(response.getStatus()).isEqualTo(status);
    }

    private static Verdict ended() {
        return new Verdict.Ended(EndReason.LOGGED_OUT, false);
    }
}
