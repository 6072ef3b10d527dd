package io.rollcall.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.rollcall.WebTest;
import io.rollcall.container.Visitors.DoorPage;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.atmosphere.cpr.AtmosphereResource;
import org.atmosphere.cpr.FrameworkConfig;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;

/** A page whose browser has no WebSocket, on a server so busy that news overtakes the request that waits for it. */
@WebTest
@Import({LongPollingIT.Overtaken.class, LongPollingIT.NewestPage.class})
class LongPollingIT {

    @Autowired
    NewestPage newest;

    @LocalServerPort
    int port;

    @Test
    void newsThatIsWrittenBeforeTheRequestWaitsEndsItsAnswer() {
        var page = DoorPage.open(new RawClient(port));
        var ui = newest.page.get();
        ui.accessSynchronously(() -> ui.getPage().executeJs("'the news'"));
        var handshake = page.poll("0").body();

        var answer = page.poll(handshake.split("\\|")[1]);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("the news");
    }

    /** Puts no request aside before somebody has written its answer. */
    @Component
    static class Overtaken implements Filter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            chain.doFilter(
                    new HttpServletRequestWrapper((HttpServletRequest) request) {
                        @Override
                        public AsyncContext startAsync(ServletRequest asked, ServletResponse given) {
                            var page = (AtmosphereResource) asked.getAttribute(FrameworkConfig.ATMOSPHERE_RESOURCE);
                            await().until(() -> page.getAtmosphereConfig()
                                            .resourcesFactory()
                                            .find(page.uuid())
                                    == null);
                            return super.startAsync(asked, given);
                        }
                    },
                    response);
        }
    }

    @Component
    static class NewestPage implements VaadinServiceInitListener {

        private final AtomicReference<UI> page = new AtomicReference<>();

        @Override
        public void serviceInit(ServiceInitEvent init) {
            init.getSource().addUIInitListener(event -> page.set(event.getUI()));
        }
    }
}
