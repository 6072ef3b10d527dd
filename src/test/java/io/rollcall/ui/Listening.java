package io.rollcall.ui;

import com.vaadin.flow.server.communication.PushConnection;

/** The connection of a page that hears all that it is told. */
final class Listening implements PushConnection {

    @Override
    public void push() {}

    @Override
    public void disconnect() {}

    @Override
    public boolean isConnected() {
        return true;
    }
}
