package io.rollcall.ui;

import com.vaadin.flow.component.html.Span;
import io.rollcall.user.User;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person's initials on a colour that is always the same for that person. Says nothing that the name beside it does not. */
public class UserAvatar extends Span {

    private static final int COLOURS = 8;

    public UserAvatar(User user) {
        super(initials(user.name()));
        addClassNames("avatar", colour(user));
        getElement().setAttribute("aria-hidden", "true");
    }

    /** The class that gives an element of class {@code avatar} the person's colour. */
    public static String colour(User user) {
        return "avatar-" + user.id() % COLOURS;
    }

    /** The first letters of the first and the last word, or the first two of the only one. */
    public static String initials(String name) {
        var words = name.strip().split("\\s+");
        var letters = words.length == 1
                ? words[0].codePoints().limit(2).mapToObj(Character::toString)
                : Stream.of(words[0], words[words.length - 1])
                        .flatMap(word -> word.codePoints().limit(1).mapToObj(Character::toString));
        return letters.collect(Collectors.joining()).toUpperCase(Locale.ROOT);
    }
}
