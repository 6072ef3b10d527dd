package io.rollcall.container;

import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Looks at what a page reports before Vaadin applies any of it. What is too much, or makes no sense, is refused as a whole with 400
 * and one line in the log.
 */
@Component
class BoundedRpcs implements VaadinServiceInitListener {

    private static final Logger log = LoggerFactory.getLogger(BoundedRpcs.class);

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.addRequestHandler(new Handler());
    }

    private static final class Handler extends UidlRequestHandler {

        @Override
        public boolean handleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response)
                throws IOException {
            try {
                return super.handleRequest(session, request, response);
            } catch (CharacterCodingException e) {
                log.warn("What a page reported was refused: {}", "no text");
                response.sendError(HttpServletResponse.SC_BAD_REQUEST, "");
                return true;
            }
        }

        @Override
        public Optional<ResponseWriter> synchronizedHandleRequest(
                VaadinSession session, VaadinRequest request, VaadinResponse response, @Nullable String body)
                throws IOException {
            var refusal = body == null ? Optional.of("nothing") : refusal(body);
            if (refusal.isPresent()) {
                log.warn("What a page reported was refused: {}", refusal.get());
                return refused(response);
            }
            var page = Optional.ofNullable(session.getService().findUI(request));
            page.ifPresent(KeptAnswer::unpack);
            try {
                return super.synchronizedHandleRequest(session, request, response, body);
            } catch (RuntimeException | AssertionError e) {
                if (Fault.of(e) != Fault.THEIRS) {
                    throw e;
                }
                log.warn("What a page reported made no sense", e);
                return refused(response);
            } finally {
                page.ifPresent(KeptAnswer::pack);
            }
        }

        private static Optional<ResponseWriter> refused(VaadinResponse response) {
            return Optional.of(() -> response.sendError(HttpServletResponse.SC_BAD_REQUEST, ""));
        }

        private static Optional<String> refusal(String body) {
            try {
                JsonNode message = JacksonUtils.readTree(body);
                return message == null
                        ? Optional.of("nothing")
                        : RpcBounds.problemWith(message).map(RpcBounds::name);
            } catch (RuntimeException e) {
                return Optional.of("no JSON");
            }
        }
    }
}
