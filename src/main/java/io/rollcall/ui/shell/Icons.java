package io.rollcall.ui.shell;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Locale;

/** Our line icons: the symbols of {@code frontend/icons.svg}. */
public enum Icons {
    OVERVIEW,
    SETTINGS,
    SEARCH,
    SHOW,
    HIDE,
    LOGOUT,
    DESKTOP,
    PHONE,
    TABLET,
    TELEVISION,
    CONSOLE,
    HEADSET,
    PROGRAM,
    UNKNOWN,
    COPY,
    INFO,
    USER_ADD,
    MORE,
    UP,
    KEY;

    public SvgIcon create() {
        return new SvgIcon("icons.svg", symbol());
    }

    /** The symbol's id. */
    public String symbol() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
