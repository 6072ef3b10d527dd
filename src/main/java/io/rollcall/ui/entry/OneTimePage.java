package io.rollcall.ui.entry;

import com.vaadin.flow.component.AttachEvent;
import io.rollcall.ui.shell.OrganizationProperties;

/**
 * A screen for whoever has a one-time link. The link's secret is the fragment of its address, which browsers put into no request
 * line, so that no log of a proxy or a server holds it; the page itself reads it there and hands it over in a request's body
 * ({@code docs/decisions/2026-11-28-one-time-links.md}).
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

    /** Shows what the link is for, or that it is not valid. Nothing but the heading is shown before. */
    abstract void open(String secret);
}
