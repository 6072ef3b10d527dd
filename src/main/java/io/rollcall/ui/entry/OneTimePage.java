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

    /**
     * Fields, among them what the sign-in asks for, and below them the button with which they are handed in, once however often it
     * is clicked.
     *
     * @param handIn whether they were taken, and the person can be signed in with them
     */
    PostedForm form(String submitKey, BooleanSupplier handIn, Component... fields) {
        var form = new PostedForm(Optional.empty());
        var submit = new Button(getTranslation(submitKey));
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickListener(click -> {
            var taken = false;
            try {
                taken = handIn.getAsBoolean();
            } finally {
                submit.setEnabled(!taken);
            }
            if (taken) {
                form.post();
            }
        });
        submit.addClickShortcut(Key.ENTER).listenOn(fields).resetFocusOnActiveElement();
        form.add(fields);
        form.add(submit);
        return form;
    }

    /** Shows what the link is for, or that it is not valid. Nothing but the heading is shown before. */
    abstract void open(String secret);
}
