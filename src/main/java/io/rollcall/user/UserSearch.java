package io.rollcall.user;

import io.rollcall.text.OutsideText;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds users by parts of their name or email, each of which stands in either, for lists of users and of what belongs to them. The same text finds the same
 * users in every database, and it finds those who were added or renamed a moment ago. Asks nobody who is asking: whoever
 * shows what it finds authorises that ({@code docs/decisions/2026-11-25-search.md}).
 */
@Service
public class UserSearch {

    /** What is searched for is cut here, since what a search costs grows with its length. */
    public static final int LONGEST = 200;

    private final SearchTexts texts;
    private final UserRepository users;

    UserSearch(SearchTexts texts, UserRepository users) {
        this.texts = texts;
        this.users = users;
    }

    /** What is searched for of a text. */
    public static String cut(String search) {
        return OutsideText.cut(search, LONGEST);
    }

    /** Whom a search finds. */
    public sealed interface Matches {

        Matches EVERYBODY = new Many(List.of());

        /**
         * Few enough to name them, perhaps nobody.
         *
         * @param ids all of them, in no particular order
         */
        record Few(List<Long> ids) implements Matches {}

        /**
         * More than that, so a list finds some on each of its pages by looking at its rows one after the other.
         *
         * @param words what their {@code search_text} contains, as it stands there; empty when everybody is meant
         */
        record Many(List<String> words) implements Matches {}
    }

    /**
     * Whom a text finds; a blank one finds everybody.
     *
     * @param limit how many users are named at most
     */
    @Transactional(readOnly = true)
    public Matches matching(String search, int limit) {
        var words = SearchText.words(search);
        if (words.isEmpty()) {
            return new Matches.Few(List.of());
        }
        if (words.get().isEmpty()) {
            return Matches.EVERYBODY;
        }
        return texts.find(words.get(), limit)
                .<Matches>map(Matches.Few::new)
                .orElseGet(() -> new Matches.Many(words.get()));
    }

    /** The ids of all whom a text finds, however many; a blank one finds nobody. */
    @Transactional(readOnly = true)
    public List<Long> all(String search) {
        return SearchText.words(search)
                .filter(words -> !words.isEmpty())
                .map(texts::findAll)
                .orElse(List.of());
    }

    /** About which part of all users a text finds, from 0 to 1: what a list needs to estimate its length. */
    @Transactional(readOnly = true)
    public double share(String search) {
        return SearchText.words(search)
                .map(words -> words.isEmpty() ? 1 : texts.share(words))
                .orElse(0.0);
    }

    /** How many users a text finds. */
    @Transactional(readOnly = true)
    public int count(String search) {
        return SearchText.words(search)
                .map(words -> words.isEmpty() ? Math.toIntExact(users.count()) : texts.count(words))
                .orElse(0);
    }
}
