package io.rollcall.security;

import com.vaadin.flow.server.VaadinSession;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/**
 * Whose code runs: wherever a {@code VaadinSession} is current, the person whose page it is, with the role of this moment. The
 * thread's own context must not count there, since one person's click can run code in another one's page (vaadin/spring#906).
 */
@Component
class LiveSecurityContextStrategy implements SecurityContextHolderStrategy {

    @SuppressWarnings("ThreadLocalUsage") // there is one of these beans
    private final ThreadLocal<@Nullable Supplier<SecurityContext>> ofThread = new ThreadLocal<>();

    private final CurrentUser currentUser;

    LiveSecurityContextStrategy(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @Override
    public SecurityContext getContext() {
        if (VaadinSession.getCurrent() != null) {
            return currentUser
                    .user()
                    .<SecurityContext>map(user -> new SecurityContextImpl(SignedInUser.authentication(user)))
                    .orElseGet(SecurityContextImpl::new);
        }
        return getDeferredContext().get();
    }

    @Override
    public Supplier<SecurityContext> getDeferredContext() {
        var context = ofThread.get();
        if (context == null) {
            var empty = createEmptyContext();
            context = () -> empty;
            ofThread.set(context);
        }
        return context;
    }

    @Override
    public void setContext(SecurityContext context) {
        ofThread.set(() -> context);
    }

    @Override
    public void setDeferredContext(Supplier<SecurityContext> context) {
        ofThread.set(context);
    }

    @Override
    public void clearContext() {
        ofThread.remove();
    }

    @Override
    public SecurityContext createEmptyContext() {
        return new SecurityContextImpl();
    }
}
