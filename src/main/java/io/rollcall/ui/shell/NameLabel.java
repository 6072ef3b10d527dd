package io.rollcall.ui.shell;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import io.rollcall.user.User;
import java.text.Bidi;

/** A person's name, which keeps its own direction and turns that of nothing around it (Unicode Standard Annex 9, §2.7). */
@Tag("bdi")
public class NameLabel extends HtmlContainer {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    public NameLabel(User user, String className) {
        setText(user.name());
        addClassName(className);
    }

    /** The name for a place where only text can stand; one that is read from left to right anyway needs nothing more. */
    public static String inText(User user) {
        return inText(user.name());
    }

    /** So for a name alone. */
    public static String inText(String name) {
        var isolated = isolated(name);
        return isolated.isEmpty() ? name : isolated;
    }

    /** So where that is something else than the name; empty otherwise. */
    public static String isolated(String name) {
        return Bidi.requiresBidi(name.toCharArray(), 0, name.length()) ? apart(name) : "";
    }

    /** So for whatever the name may be, as the browser puts it in. */
    public static String apart(String name) {
        return FIRST_STRONG_ISOLATE + name + POP_DIRECTIONAL_ISOLATE;
    }
}
