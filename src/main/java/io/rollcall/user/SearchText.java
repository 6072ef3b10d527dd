package io.rollcall.user;

import com.ibm.icu.text.IDNA;
import io.rollcall.text.FoldedText;
import io.rollcall.text.OutsideText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Literal search by parts of a name or an email, each of which stands in either: what it finds is what {@link String#contains} finds in
 * {@link FoldedText}, in every database, because Java makes both sides.
 */
final class SearchText {

    private static final String SEPARATOR = "\n";
    private static final Pattern SPACE = Pattern.compile("\\p{IsWhite_Space}+");
    private static final IDNA DOMAINS = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE);

    private SearchText() {}

    /** Of an email also what its domain is to people: {@code münchen.example} for {@code xn--mnchen-3ya.example}. */
    static String of(String name, String email) {
        var at = email.indexOf('@') + 1;
        var domain = DOMAINS.nameToUnicode(email.substring(at), new StringBuilder(), new IDNA.Info());
        return Stream.of(name, email, email.substring(0, at) + domain)
                .map(FoldedText::of)
                .distinct()
                .collect(Collectors.joining(SEPARATOR));
    }

    /**
     * The words of a search as they stand in search texts, the longest first and none that is part of another; empty when everybody is
     * meant. Nothing when one can stand in none, as control characters and halves of characters do not; PostgreSQL would refuse some of
     * them.
     */
    static Optional<List<String>> words(String search) {
        var words = new ArrayList<String>();
        SPACE.splitAsStream(FoldedText.of(UserSearch.cut(search)))
                .filter(Predicate.not(String::isEmpty))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .filter(word -> words.stream().noneMatch(longer -> longer.contains(word)))
                .forEachOrdered(words::add);
        return words.stream().allMatch(word -> OutsideText.isFit(word, word.length()))
                ? Optional.of(List.copyOf(words))
                : Optional.empty();
    }

    /** The pattern for {@code search_text like ? escape '!'} that finds the word wherever it stands; PostgreSQL and H2 differ in backslashes. */
    static String containing(String word) {
        return "%" + word.replaceAll("[%_!]", "!$0") + "%";
    }
}
