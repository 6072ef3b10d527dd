package io.rollcall.ui.list;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;

/** A dialog that asks for something before it is done, or lets it be. A screen asks one question at a time. */
public abstract class Question extends Dialog {

    protected final Button cancel = new Button(getTranslation("common.cancel"), click -> close());
    protected final Button confirm;

    protected Question(String heading, String confirmText, String width) {
        setHeaderTitle(heading);
        setWidth(width);
        cancel.addClassName("aura-accent-neutral");
        confirm = new Button(confirmText);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(cancel, confirm);
    }

    /** Unless another is open: a page has a new dialog only at the end of the request, which may bring a second click. */
    @Override
    public void open() {
        var screen = UI.getCurrent().getCurrentView();
        var asked = ComponentUtil.getData(screen, Question.class);
        if (asked == null || !asked.isOpened()) {
            ComponentUtil.setData(screen, Question.class, this);
            super.open();
        }
    }
}
