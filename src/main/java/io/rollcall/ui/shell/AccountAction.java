package io.rollcall.ui.shell;

/** What people may do with their own account, offered in the account menu by the room that does it: the frame knows no screen. */
public interface AccountAction {

    Icons icon();

    /** Of the text that offers it. */
    String key();

    /** Runs in the page of whoever has chosen it. */
    void start();
}
