package io.rollcall.ui.shell;

import com.vaadin.flow.component.html.Span;
import io.rollcall.user.User;
import io.rollcall.user.UserId;
import java.util.Locale;

/** A person's initials in a coloured circle. The colour follows from the account, so it stays when the name changes. */
public class Initials extends Span {

    private static final int TONES = 8;

    public Initials(User user) {
        super(of(user.name()));
        addClassNames("initials", tone(user.id()));
        getElement().setAttribute("aria-hidden", true);
    }

    /** One or two capital letters: of the first and the last word, or the first two of a single one. */
    public static String of(String name) {
        var words = name.strip().split("\\s+");
        var initials = words.length == 1 ? start(words[0], 2) : start(words[0], 1) + start(words[words.length - 1], 1);
        return initials.toUpperCase(Locale.ROOT);
    }

    /** The class of the circle's colour. */
    public static String tone(UserId userId) {
        return "tone-" + Math.floorMod(userId.value(), TONES);
    }

    /** Whole characters, also those beyond the sixteen-bit ones. */
    private static String start(String word, int characters) {
        return word.codePoints()
                .limit(characters)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
