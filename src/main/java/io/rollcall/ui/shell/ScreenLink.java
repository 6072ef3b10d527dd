package io.rollcall.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;

/** A link to another screen, which the browser follows without loading the page anew. */
public class ScreenLink extends Anchor {

    public ScreenLink(String path, Component... content) {
        super(path, content);
        getElement().setAttribute("router-link", true);
    }

    /** @param key of what it says */
    public ScreenLink(String path, String key) {
        this(path);
        setText(getTranslation(key));
    }
}
