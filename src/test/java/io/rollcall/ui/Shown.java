package io.rollcall.ui;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody reads on the page: texts, labels and messages of all that is visible. */
public final class Shown {

    private Shown() {}

    public static String text() {
        MockVaadin.clientRoundtrip(true);
        return text(UI.getCurrent());
    }

    /** What a field says is wrong with it; empty when it says nothing. */
    public static String error(HasValidationProperties field) {
        return field.isInvalid() ? field.getErrorMessage() : "";
    }

    public static String text(Component component) {
        return parts(component).filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
    }

    private static Stream<String> parts(Component component) {
        if (component instanceof Text text) {
            return Stream.of(text.getText());
        }
        if (!component.isVisible()) {
            return Stream.empty();
        }
        var own = Stream.of(
                component.getChildren().anyMatch(Text.class::isInstance)
                        ? ""
                        : component.getElement().getText(),
                component instanceof HasLabel labelled ? Objects.toString(labelled.getLabel(), "") : "",
                component instanceof Dialog dialog ? dialog.getHeaderTitle() : "",
                component instanceof HasValidationProperties field ? error(field) : "");
        return Stream.concat(own, component.getChildren().flatMap(Shown::parts));
    }
}
