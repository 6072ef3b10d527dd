package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FileCacheFilterTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/VAADIN/build/indexhtml-QXbTLm33.js | max-age=3600 | max-age=31536000, immutable",
                "/styles.css?v-c=5e49baca            | max-age=3600 | max-age=31536000, immutable",
                "/VAADIN/static/push/p.js?v=dbf85864 | max-age=3600 | max-age=31536000, immutable",
                "/VAADIN/static/push/p.js            | max-age=3600 | no-cache",
                "/instrument-sans-2022.woff2         | max-age=3600 | max-age=31536000, immutable",
                "/styles.css?v=5e49baca              | max-age=3600 | no-cache",
                "/styles.css                         | max-age=3600 | no-cache",
                "/relative-time.js                   | max-age=3600 | no-cache",
                "/favicon.svg                        | max-age=3600 | no-cache",
                "/VAADIN/build/gone.js               | no-store     | no-store",
                "/login                              | no-store     | no-store",
            })
    void aFileIsKeptAsLongAsItsAddressStandsForItsContent(String address, String byVaadin, String sent)
            throws Exception {
        var path = address.split("\\?", 2);
        var request = new MockHttpServletRequest("GET", path[0]);
        request.setServletPath(path[0]);
        if (path.length > 1) {
            request.setQueryString(path[1]);
        }
        var response = new MockHttpServletResponse();
        var vaadin = new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) {
                response.setHeader("Cache-Control", byVaadin);
            }
        };
        var filter = new FileCacheFilter();
        filter.serve((file, answer) -> {
            answer.setHeader("Cache-Control", byVaadin);
            return true;
        });
        filter.doFilter(request, response, new MockFilterChain(vaadin));
        assertThat(response.getHeader("Cache-Control")).isEqualTo(sent);
    }

    @Test
    @Tag("S63")
    void aFileThatThereIsNotIsLookedForNowhereElse() throws Exception {
        var request = new MockHttpServletRequest("GET", "/VAADIN/build/gone.js");
        request.setServletPath("/VAADIN/build/gone.js");
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();
        var filter = new FileCacheFilter();
        filter.serve((file, answer) -> false);

        filter.doFilter(request, response, chain);

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(chain.getRequest()).isNull();
    }
}
