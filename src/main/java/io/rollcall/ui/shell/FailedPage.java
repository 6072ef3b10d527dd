package io.rollcall.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;

/** A screen could not be built. Why stands in the log alone. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class FailedPage extends ErrorPage implements HasErrorParameter<Exception> {

    private static final Logger log = LoggerFactory.getLogger(FailedPage.class);

    FailedPage() {
        super("error.failed");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        // A service refused, and the annotations of the screen did not.
        if (parameter.getCaughtException() instanceof AccessDeniedException) {
            event.rerouteToError(com.vaadin.flow.router.AccessDeniedException.class);
            return HttpStatusCode.FORBIDDEN.getCode();
        }
        log.error("Could not show /{}", event.getLocation().getPath(), parameter.getCaughtException());
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
