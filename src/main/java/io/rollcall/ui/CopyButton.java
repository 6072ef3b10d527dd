package io.rollcall.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** Copies a text in the browser, and says so for a moment. */
public class CopyButton extends Button {

    public CopyButton(String text) {
        super(Icons.COPY.create());
        addThemeVariants(ButtonVariant.AURA_TERTIARY);
        setAriaLabel(getTranslation("common.copy"));
        setTooltipText(getTranslation("common.copy"));
        getElement().setAttribute("data-copy", text);
        getElement().setAttribute("data-copied", getTranslation("common.copied"));
    }
}
