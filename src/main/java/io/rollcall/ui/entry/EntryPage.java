package io.rollcall.ui.entry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import io.rollcall.security.Entrance;
import io.rollcall.ui.shell.Brand;
import io.rollcall.user.OrganizationProperties;

/** A screen at the door: one card in the middle, for people who are not signed in. */
abstract class EntryPage extends Main implements HasDynamicTitle {

    private final String title;
    private final H1 heading = new H1();
    private final Div card = new Div();

    EntryPage(OrganizationProperties organization, String title) {
        this.title = title;
        heading.setText(getTranslation(title));
        card.addClassName("entry-card");
        addClassName("entry");
        add(new Brand(organization), card);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation(title));
    }

    /** Shows the card with its heading and this content. */
    void show(Component... content) {
        card.removeAll();
        card.add(heading);
        card.add(content);
    }

    /** Shows a text instead of anything to fill in, and the way to the login screen. */
    void refuse(String key) {
        show(new Paragraph(getTranslation(key)), new Anchor(Entrance.LOGIN, getTranslation("entry.to-login")));
    }
}
