package io.rollcall;

import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Vaadin takes for the present, held until there is another: Vaadin lets go of what nobody else holds. */
public final class CurrentVaadin {

    private static final Map<Class<?>, Object> HELD = new HashMap<>();

    private CurrentVaadin() {}

    public static void request(@Nullable VaadinRequest request) {
        set(VaadinRequest.class, request);
    }

    public static void session(@Nullable VaadinSession session) {
        set(VaadinSession.class, session);
    }

    public static void clear() {
        HELD.clear();
        CurrentInstance.clearAll();
    }

    private static <T> void set(Class<T> type, @Nullable T instance) {
        if (instance == null) {
            HELD.remove(type);
        } else {
            HELD.put(type, instance);
        }
        CurrentInstance.set(type, instance);
    }
}
