package io.rollcall.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.rollcall.user.OrganizationProperties;

/** The product's mark and name, and below it whose installation this is. */
public class Brand extends Div {

    public Brand(OrganizationProperties organization) {
        var mark = new Span();
        mark.addClassName("brand-mark");
        var product = new Span(getTranslation("app.name"));
        product.addClassName("brand-name");
        var owner = new Span(organization.name());
        owner.addClassName("brand-owner");
        addClassName("brand");
        add(mark, new Div(product, owner));
    }
}
