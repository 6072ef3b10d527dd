package io.rollcall.ui.shell;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import io.rollcall.location.GeoLocator;
import java.time.ZoneOffset;
import java.util.Optional;

/** What this program is, under which licence, and whose data it uses. */
class AboutDialog extends Dialog {

    AboutDialog(Optional<String> version, Optional<GeoLocator.Source> locations) {
        setHeaderTitle(getTranslation("about.heading"));
        setWidth("30rem");
        var facts = new DescriptionList();
        facts.addClassName("about-facts");
        fact(facts, "about.version", version.orElseGet(() -> getTranslation("about.version.unknown")));
        fact(facts, "about.licence", getTranslation("about.licence.text"));
        fact(
                facts,
                "about.locations",
                locations
                        .map(source -> getTranslation(
                                "about.locations.text",
                                source.databaseType(),
                                source.builtAt()
                                        .atZone(ZoneOffset.UTC)
                                        .toLocalDate()
                                        .toString()))
                        .orElseGet(() -> getTranslation("about.locations.none")));
        add(new Paragraph(getTranslation("about.purpose")), facts);
        locations.ifPresent(source -> addAttribution());
        var close = new Button(getTranslation("common.close"), click -> close());
        close.setAutofocus(true);
        close.addClassName("aura-accent-neutral");
        getFooter().add(close);
    }

    private void addAttribution() {
        var licence = new Anchor(
                "https://creativecommons.org/licenses/by-sa/4.0/", getTranslation("about.attribution.licence"));
        licence.setTarget("_blank");
        var attribution = new Paragraph(new Text(getTranslation("about.attribution") + " "), licence);
        attribution.addClassName("attribution");
        add(attribution);
    }

    private void fact(DescriptionList facts, String key, String text) {
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(text));
    }
}
