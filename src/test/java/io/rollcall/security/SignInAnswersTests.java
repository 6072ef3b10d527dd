package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.WrappedHttpSession;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@ExtendWith(OutputCaptureExtension.class)
class SignInAnswersTests {

    private final SignInAnswers answers = new SignInAnswers(new PublicUrl(null, false));
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeEach
    void ask() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    @Tag("S70")
    void theLoginPagesHttpSessionIsThrownAwayWhetherItSucceededOrNot() throws Exception {
        var before = new MockHttpSession();
        request.setSession(before);
        answers.onAuthenticationSuccess(request, response, new TestingAuthenticationToken("x", "y"));
        assertThat(before.isInvalid()).isTrue();

        before = new MockHttpSession();
        request.setSession(before);
        answers.onAuthenticationFailure(request, new MockHttpServletResponse(), new BadCredentialsException("no"));
        assertThat(before.isInvalid()).isTrue();
    }

    @Test
    @Tag("S61")
    void ofAnEmailThatIsNoneOnlyAsMuchIsKeptAsAnEmailHas() throws Exception {
        request.setParameter("username", "x".repeat(60_000));
        answers.onAuthenticationFailure(request, response, new BadCredentialsException("no"));

        var kept = (SignInFailure) request.getSession().getAttribute(SignInFailure.class.getName());
        assertThat(kept.email()).isEqualTo("x".repeat(320));
    }

    @Test
    void pagesOfASessionAreLeftToThoseWhoCloseThem() throws Exception {
        var pages = new MockHttpSession();
        PageOwner.bind(new WrappedHttpSession(pages), UUID.randomUUID());
        request.setSession(pages);

        answers.onAuthenticationSuccess(request, response, new TestingAuthenticationToken("x", "y"));

        assertThat(pages.isInvalid()).isFalse();
    }

    @Test
    void plainHttpFromAnotherMachineIsWarnedOfOnce(CapturedOutput output) throws Exception {
        request.setServerName("localhost");
        answers.onAuthenticationSuccess(request, response, new TestingAuthenticationToken("x", "y"));
        assertThat(output.getAll()).doesNotContain("overheard");

        request.setServerName("rollcall.intranet");
        for (var i = 0; i < 2; i++) {
            answers.onAuthenticationSuccess(
                    request, new MockHttpServletResponse(), new TestingAuthenticationToken("x", "y"));
        }

        assertThat(output.getAll()).containsOnlyOnce("overheard");
    }
}
