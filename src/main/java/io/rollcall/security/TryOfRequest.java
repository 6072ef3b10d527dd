package io.rollcall.security;

import com.vaadin.flow.server.VaadinRequest;
import java.time.Duration;

/** One request of a page is one try at a password, however many clicks it carries: what it was answered is the answer to them all. */
final class TryOfRequest {

    private static final String ATTRIBUTE = TryOfRequest.class.getName();

    private static final ThrottledException ANOTHER = new ThrottledException(Duration.ofSeconds(1));

    /** With the request, since what comes by a socket shares its attributes with what came before. */
    private record Refusal(VaadinRequest request, RuntimeException failure) {}

    private TryOfRequest() {}

    /** Runs the try, or refuses it as the first one of this request was. */
    static void run(Runnable attempt) {
        var request = VaadinRequest.getCurrent();
        if (request == null) {
            attempt.run();
            return;
        }
        if (request.getAttribute(ATTRIBUTE) instanceof Refusal(var first, var failure) && first == request) {
            throw failure;
        }
        request.setAttribute(ATTRIBUTE, new Refusal(request, ANOTHER));
        try {
            attempt.run();
        } catch (RuntimeException e) {
            request.setAttribute(ATTRIBUTE, new Refusal(request, e));
            throw e;
        }
    }
}
