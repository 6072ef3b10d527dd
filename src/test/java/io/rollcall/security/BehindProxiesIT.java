package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.RollcallApplication;
import io.rollcall.SmallProxy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a browser behind a proxy is told of addresses: where redirects and links lead, what its cookies are, and whether its pages
 * can listen; by what the proxy says, by the public address that is set, and by where the program lies.
 */
class BehindProxiesIT {

    private static final Map<List<String>, ConfigurableApplicationContext> INSTALLATIONS = new LinkedHashMap<>();

    @AfterAll
    static void stop() {
        INSTALLATIONS.values().forEach(ConfigurableApplicationContext::close);
        INSTALLATIONS.clear();
    }

    /** Its address is what the person has in the browser, and all that follows from it is the same. */
    @ParameterizedTest
    @Tag("S23")
    @Tag("S52")
    @Tag("S64")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // what the proxy says                                 | it takes | public-url              | context |
                // address in the browser
                "-                                                     | -   | -                            | -       | http://people.example",
                "-                                                     | -   | -                            | -       | http://people.example:8001",
                "-                                                     | -   | -                            | /people | http://people.example/people",
                "Proto: https                                          | -   | -                            | -       | https://people.example",
                "Proto: https                                          | -   | -                            | -       | https://people.example:8443",
                "Proto: https                                          | -   | -                            | /people | https://people.example/people",
                "Host: {host}; Proto: https                            | -   | -                            | -       | https://people.example",
                "Host: {host}; Proto: https                            | -   | -                            | -       | https://people.example:8443",
                "Host: {host}; Proto: https                            | -   | -                            | /people | https://[2001:db8::1]:8443/people",
                "Host: people.example; Port: 8443; Proto: https        | -   | -                            | -       | https://people.example:8443",
                "Host: people.example; Port: 443; Proto: https         | -   | -                            | -       | https://people.example",
                "Host: {host}                                          | -   | -                            | -       | http://people.example",
                "Host: {host}; Port: 8001                              | -   | -                            | -       | http://people.example:8001",
                "Host: {host}; Proto: https; Prefix: /x                | /x  | -                            | -       | https://people.example/x",
                "Host: {host}; Prefix: /x/y                            | /x/y | -                           | -       | http://people.example:8001/x/y",
                "Proto: https; Prefix: /x/                             | /x  | -                            | /people | https://people.example/x/people",
                "-                                                     | -   | https://people.example       | -       | https://people.example",
                "Proto: http                                           | -   | https://people.example       | -       | https://people.example",
                "Host: {host}; Proto: https                            | -   | https://people.example       | -       | https://people.example",
                "Host: {host}; Port: 8080                              | -   | https://people.example:8443  | -       | https://people.example:8443",
                "-                                                     | -   | https://people.example:8443  | -       | https://people.example:8443",
                "Prefix: /x                                            | -   | https://people.example       | -       | https://people.example",
                "-                                                     | -   | https://people.example/people | /people | https://people.example/people",
                "Host: {host}; Proto: https                            | -   | https://people.example/people | /people | https://people.example/people",
                "-                                                     | -   | http://people.intranet       | -       | http://people.intranet",
                "Host: {host}                                          | -   | http://people.intranet       | -       | http://people.intranet",
            })
    void theAddressInTheBrowserIsThatOfRedirectsAndLinksAndItsSchemeThatOfCookies(
            String headers, String prefix, String publicUrl, String contextPath, URI address) {
        var port = port(installation(publicUrl, contextPath, true));
        try (var proxy = new SmallProxy(port, prefix == null ? "" : prefix, said(headers))) {
            new FarBrowser(proxy.port(), address).assertFindsEverythingAt(address);
        }
    }

    @ParameterizedTest
    @Tag("S52")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Host: evil.example; Proto: https; Prefix: /x; Port: 444 | - | false | http://people.example",
                "Host: evil.example; Proto: https; Prefix: /x; Port: 444 | https://people.example | false | https://people.example",
                "Host: //evil.example; Proto: javascript:; Port: x       | - | true | http://people.example",
                "Proto: https, http; Prefix: //evil.example; Port: 0     | - | true | http://people.example",
                "Host: evil.example/x; Prefix: /../x; Port: 99999        | - | true | http://people.example",
                "Host: a.example, b.example                              | - | true | http://people.example",
            })
    void whatAStrangerSaysOrWhatMakesNoSenseIsNotHeard(
            String headers, String publicUrl, boolean isTrusted, URI address) {
        var said = new ArrayList<>(said(headers));
        said.removeIf(header -> header.startsWith("Host:"));
        try (var proxy = new SmallProxy(port(installation(publicUrl, null, isTrusted)), "", said)) {
            new FarBrowser(proxy.port(), address).assertFindsEverythingAt(address);
        }
    }

    /** Nothing says which address that was in the browser, but the port of this program it cannot have been. */
    @Test
    @Tag("S52")
    void aLoneSchemeOfAnotherKindDropsThePortAtWhichTheProgramListens() {
        var port = port(installation(null, null, true));
        try (var proxy = new SmallProxy(port, "", List.of("Host: localhost:" + port, "X-Forwarded-Proto: https"))) {
            new FarBrowser(proxy.port(), URI.create("https://localhost"))
                    .assertFindsEverythingAt(URI.create("https://localhost"));
        }
    }

    @Test
    @Tag("S64")
    void behindAProxyAsWellNoOtherHostIsServedThanThePublicOne() {
        var port = port(installation("https://people.example", null, true));
        try (var proxy = new SmallProxy(port, "", List.of("X-Forwarded-Host: evil.example"))) {
            assertThat(Wire.send(proxy.port(), "GET", "/login", List.of("Host: people.example"), "")
                            .status())
                    .isEqualTo(421);
        }
    }

    @ParameterizedTest
    @Tag("S58")
    @CsvSource({"/x, '', /x/people", "'', '', /people", "/x, /people, /x/people"})
    void whatIsNoAddressAtAllIsAnsweredByAPageThatFindsItsWayBack(String prefix, String asked, String found) {
        var port = port(installation(null, "/people", true));
        try (var proxy = new SmallProxy(port, prefix, List.of("X-Forwarded-Prefix: " + prefix))) {
            for (var path : List.of("/%", "/settings/%", "/invitation/%zz", "/a;b")) {
                var answer = Wire.send(proxy.port(), "GET", prefix + asked + path, List.of("Accept: text/html"), "");

                assertThat(answer.body())
                        .as(path)
                        .contains("href=\"" + found + "/error/error.css\"", "href=\"" + found + "/\"");
            }
        }
    }

    @Test
    @Tag("S52")
    void thePathWithoutItsLastSlashLeadsToTheOneWithIt() {
        var port = port(installation(null, "/people", true));
        try (var proxy = new SmallProxy(port, "/x", said("Host: {host}; Proto: https; Prefix: /x"))) {
            var browser = new FarBrowser(proxy.port(), URI.create("https://people.example/x/people"));
            assertThat(browser.get("").header("Location")).contains("https://people.example/x/people/login");
            browser.signIn();
            assertThat(browser.get("").header("Location")).contains("https://people.example/x/people/");
        }
    }

    private static List<String> said(String headers) {
        if (headers == null) {
            return List.of();
        }
        var said = new ArrayList<>(Arrays.stream(headers.split("; "))
                .map(header -> "X-Forwarded-" + header)
                .toList());
        if (headers.contains("Host:")) {
            said.add("Host: inside:8080");
        }
        return said;
    }

    /** The example organisation, with 127.0.0.1 for a proxy that is trusted or not. */
    private static ConfigurableApplicationContext installation(
            String publicUrl, String contextPath, boolean isTrusted) {
        var settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.profiles.active=demo",
                "--rollcall.demo.activity=false",
                "--rollcall.data-directory=target/test-data",
                "--spring.datasource.url=jdbc:h2:mem:${random.uuid};MODE=PostgreSQL;DB_CLOSE_DELAY=-1"));
        if (publicUrl != null) {
            settings.add("--rollcall.web.public-url=" + publicUrl);
        }
        if (contextPath != null) {
            settings.add("--server.servlet.context-path=" + contextPath);
        }
        if (isTrusted) {
            settings.add("--rollcall.network.trusted-proxies=127.0.0.1");
        }
        return INSTALLATIONS.computeIfAbsent(settings, key -> {
            var application = new SpringApplication(RollcallApplication.class, Link.class);
            application.setDefaultProperties(Map.of("spring.data.jpa.repositories.bootstrap-mode", "deferred"));
            return application.run(key.toArray(String[]::new));
        });
    }

    private static int port(ConfigurableApplicationContext rollcall) {
        return rollcall.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Tells in a header what a screen would show as a link. */
    static class Link extends OncePerRequestFilter {

        private final PublicUrl publicUrl;

        Link(PublicUrl publicUrl) {
            this.publicUrl = publicUrl;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            response.setHeader("X-Link", publicUrl.link(Entrance.invitationBy("secret")));
            chain.doFilter(request, response);
        }
    }
}
