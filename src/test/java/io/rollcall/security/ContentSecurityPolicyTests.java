package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Base64;
import java.util.HashSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@Tag("S36")
class ContentSecurityPolicyTests {

    private static final String PAGE = "<script>one()</script><p>text</p><script src=two.js></script>";

    private final ContentSecurityPolicy policy = new ContentSecurityPolicy();
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void nothingIsTakenFromAnybodyElse() {
        var directives = header(request).split("; ");
        assertThat(directives[0]).isEqualTo("default-src 'none'");
        assertThat(Stream.of(directives)
                        .flatMap(directive -> Stream.of(directive.split(" ")).skip(1))
                        .filter(source -> !source.startsWith("'nonce-")))
                .containsOnly("'none'", "'self'", "data:", "'unsafe-eval'", "'unsafe-inline'");
        assertThat(directives).contains("frame-ancestors 'none'", "base-uri 'self'", "form-action 'self'");
        assertThat(directives)
                .filteredOn(directive -> directive.contains("'unsafe-inline'"))
                .singleElement()
                .asString()
                .startsWith("style-src ");
    }

    @Test
    void aNonceIsARandomNumberOf144BitsAndUsedOnce() {
        var nonces = new HashSet<String>();
        for (var i = 0; i < 100; i++) {
            var nonce = nonce(header(new MockHttpServletRequest()));
            assertThat(Base64.getDecoder().decode(nonce)).hasSize(18);
            nonces.add(nonce);
        }
        assertThat(nonces).hasSize(100);
    }

    @Test
    void everyScriptOfAPageCarriesItsNonce() {
        var nonce = nonce(header(request));

        var page = served();

        assertThat(page.select("script").eachAttr("nonce")).containsExactly(nonce, nonce);
    }

    @Test
    void aPageWithoutThePolicyHasNoNonce() {
        assertThat(served().select("script[nonce]")).isEmpty();
    }

    private Document served() {
        var start = mock(ServiceInitEvent.class);
        policy.serviceInit(start);
        var listeners = ArgumentCaptor.forClass(IndexHtmlRequestListener.class);
        verify(start).addIndexHtmlRequestListener(listeners.capture());
        var page = Jsoup.parse(PAGE);
        var vaadin = mock(VaadinRequest.class);
        when(vaadin.getAttribute(any())).thenAnswer(call -> request.getAttribute(call.getArgument(0)));
        var response = mock(IndexHtmlResponse.class);
        when(response.getVaadinRequest()).thenReturn(vaadin);
        when(response.getDocument()).thenReturn(page);
        listeners.getValue().modifyIndexHtmlResponse(response);
        return page;
    }

    private String header(MockHttpServletRequest of) {
        var response = new MockHttpServletResponse();
        policy.writeHeaders(of, response);
        return response.getHeader("Content-Security-Policy");
    }

    private static String nonce(String header) {
        return Pattern.compile("'nonce-([^']+)'")
                .matcher(header)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
