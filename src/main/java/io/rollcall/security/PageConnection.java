package io.rollcall.security;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.communication.AtmospherePushConnection;
import com.vaadin.flow.server.communication.LongPollingCacheFilter;
import java.io.Reader;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.atmosphere.cpr.AtmosphereResource;

/**
 * The connection by which a page is told what changes. It asks at each message whether the page's session still is one: once
 * that has ended, all that is sent is the way to the login, whenever the connection was made. And it only tells: what happens
 * on a page comes by requests, which pass the gate, so what is said into the connection is not listened to.
 */
class PageConnection extends AtmospherePushConnection {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    private final transient BooleanSupplier isOver;
    private final String login;

    /**
     * @param isOver whether the session that the page belongs to has ended
     * @param login the address of the login screen
     */
    PageConnection(UI page, BooleanSupplier isOver, String login) {
        super(page);
        this.isOver = isOver;
        this.login = login;
    }

    /** Also tells a page that it has missed something, which went into a connection that was no more: it asks for that then. */
    @Override
    public void connect(AtmosphereResource resource) {
        super.connect(resource);
        var seen = resource.getRequest().getHeader(LongPollingCacheFilter.SEEN_SERVER_SYNC_ID);
        if (seen != null
                && NUMBER.matcher(seen).matches()
                && Integer.parseInt(seen) < getUI().getInternals().getServerSyncId() - 1) {
            push(true);
        }
    }

    @Override
    public void push(boolean async) {
        if (isConnected() && isOver.getAsBoolean()) {
            sendMessage(VaadinService.createCriticalNotificationJSON(null, null, null, login));
        } else {
            super.push(async);
        }
    }

    @Override
    public FragmentedMessage getOrCreateFragmentedMessage(AtmosphereResource resource) {
        return new FragmentedMessage() {
            @Override
            public boolean append(Reader message) {
                return false; // never a whole one
            }
        };
    }
}
