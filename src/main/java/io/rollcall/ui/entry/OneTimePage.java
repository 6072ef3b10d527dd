package io.rollcall.ui.entry;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.rollcall.user.OrganizationProperties;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A screen for whoever has a one-time link. The link's secret is the fragment of its address, which browsers put into no request
 * line, so that no log of a proxy or a server holds it; the page itself reads it there and hands it over in a request's body
 * ({@code docs/decisions/2026-11-28-one-time-links.md}). What has been chosen there is what signs the person in: the browser posts it
 * as from the login screen, so that this is a sign-in like any other ({@code docs/decisions/2026-12-01-signed-in-by-what-was-typed.md}).
 */
abstract class OneTimePage extends EntryPage {

    /** Tells the fragment now, and again when another link is opened in the same tab. */
    private static final String TELL = """
            const tell = () => {
                if (this.isConnected) {
                    this.dispatchEvent(new CustomEvent('link-opened', { detail: location.hash.slice(1) }));
                } else {
                    window.removeEventListener('hashchange', tell);
                }
            };
            window.addEventListener('hashchange', tell);
            tell();""";

    OneTimePage(OrganizationProperties organization, String title) {
        super(organization, title);
        getElement()
                .addEventListener(
                        "link-opened",
                        opened ->
                                open(opened.getEventData().path("event.detail").asString("")))
                .addEventData("event.detail");
        show();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        getElement().executeJs(TELL);
    }

    /** Fields, and below them the button with which they are handed in. */
    Div form(String submitKey, Runnable handIn, Component... fields) {
        var submit = new Button(getTranslation(submitKey), click -> handIn.run());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.addClickShortcut(Key.ENTER).listenOn(fields).resetFocusOnActiveElement();
        var form = new Div(fields);
        form.add(submit);
        form.addClassName("fields");
        return form;
    }

    /** Goes to the login screen, on which whoever has used the link can sign in now. */
    void finish() {
        getUI().orElseThrow().navigate(Entrance.LOGIN, QueryParameters.of("ready", ""));
    }

    /** Shows what the link is for, or that it is not valid. Nothing but the heading is shown before. */
    abstract void open(String secret);
}
