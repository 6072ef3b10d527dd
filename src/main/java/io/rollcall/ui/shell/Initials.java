package io.rollcall.ui.shell;

import com.vaadin.flow.component.html.Span;
import io.rollcall.user.PersonName;
import io.rollcall.user.User;
import io.rollcall.user.UserId;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's initials in a coloured circle. The colour follows from the account, so it stays when the name changes. */
public class Initials extends Span {

    private static final int TONES = 8;

    private static final Pattern CHARACTER = Pattern.compile("\\X");

    public Initials(User user) {
        super(of(user.name()));
        addClassNames("initials", tone(user.id()));
        getElement().setAttribute("aria-hidden", true);
    }

    /** One or two capital letters: of the first and the last word, or the first two of a single one. */
    public static String of(String name) {
        var words = Arrays.stream(name.split("\\p{IsWhite_Space}+"))
                .map(word -> start(word, 2))
                .filter(word -> !word.isEmpty())
                .toList();
        return words.size() < 2
                ? capitals(String.join("", words), 2)
                : capitals(words.getFirst(), 1) + capitals(words.getLast(), 1);
    }

    /** The class of the circle's colour. */
    public static String tone(UserId userId) {
        return "tone-" + Math.floorMod(userId.value(), TONES);
    }

    /** No more than there are letters: {@code ﬁl} would be three as capitals, so only the first of them stands. */
    private static String capitals(String word, int letters) {
        var start = start(word, letters);
        var capitals = start.toUpperCase(Locale.ROOT);
        return capitals.length() > start.length() ? start(capitals, 1) : capitals;
    }

    /** What can be seen of it, by what a person takes for one character: an extended grapheme cluster (UAX 29 §3). */
    private static String start(String word, int characters) {
        return CHARACTER
                .matcher(word)
                .results()
                .map(MatchResult::group)
                .filter(character -> character.codePoints().anyMatch(PersonName::isVisible))
                .limit(characters)
                .collect(Collectors.joining());
    }
}
