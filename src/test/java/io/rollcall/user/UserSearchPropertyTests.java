package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.DomainTest;
import io.rollcall.People;
import io.rollcall.text.FoldedText;
import io.rollcall.user.UserSearch.Matches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/** What a search finds is what Java's {@code contains} finds of each of its words, folded, through the real query. */
@DomainTest
@Tag("S38")
class UserSearchPropertyTests {

    /** Characters that mean something to SQL, to LIKE or to people's eyes. */
    private static final String ALPHABET =
            "aAbBzZäÖ 0%_!\\'\"?*[]^$.-;:/\u200B\u00E9e\u0301ßẞİıΣσςЖж漢字\u00A0\uFF05{}#@&|~";

    private static final List<String> EXTRA = List.of("🦊", "👩\u200D💻", "İı", "--", "%%", "!_", "' or 1=1 --");

    @Autowired
    private Users users;

    @Autowired
    private UserSearch finder;

    private final Random random = new Random(38);

    @Test
    void aSearchFindsExactlyWhatContainsFinds() {
        var everybody = new ArrayList<User>();
        for (var i = 0; i < 120; i++) {
            everybody.add(users.add(
                    People.SOMEBODY, "n" + text(12), new EmailAddress(emailChars() + i + "@example.com"), Role.USER));
        }
        for (var i = 0; i < 1_500; i++) {
            var search = i % 2 == 0 ? text(3) : partOf(everybody.get(random.nextInt(everybody.size())));
            var expected =
                    everybody.stream().filter(user -> isFound(user, search)).toList();
            assertThat(users.list(People.SOMEBODY, search, PageRequest.of(0, 500, Sort.by("id"))))
                    .as("search for [%s]", search)
                    .containsExactlyElementsOf(expected);
            assertThat(users.count(People.SOMEBODY, search)).isEqualTo(expected.size());
            var ids = expected.stream().map(user -> user.id().value()).toList();
            switch (finder.matching(search, 20)) {
                case Matches.Few(var found) ->
                    assertThat(found).hasSizeLessThanOrEqualTo(20).containsExactlyInAnyOrderElementsOf(ids);
                case Matches.Many(var words) ->
                    assertThat(words.isEmpty() || ids.size() > 20).as(search).isTrue();
            }
        }
    }

    private static boolean isFound(User user, String search) {
        return Arrays.stream(FoldedText.of(search).split("\\p{IsWhite_Space}+"))
                .allMatch(word -> FoldedText.of(user.name()).contains(word)
                        || FoldedText.of(user.email()).contains(word));
    }

    private String text(int longest) {
        var text = new StringBuilder();
        for (var i = random.nextInt(longest) + 1; i > 0; i--) {
            var pick = random.nextInt(ALPHABET.length() + EXTRA.size());
            text.append(
                    pick < ALPHABET.length()
                            ? String.valueOf(ALPHABET.charAt(pick))
                            : EXTRA.get(pick - ALPHABET.length()));
        }
        return text.toString();
    }

    private String emailChars() {
        var chars = "ab0_%!'{|}~.-";
        var text = new StringBuilder();
        for (var i = random.nextInt(6) + 1; i > 0; i--) {
            text.append(chars.charAt(random.nextInt(chars.length())));
        }
        return text.toString();
    }

    /** By whole characters, in another case. */
    private String partOf(User user) {
        var text = random.nextBoolean() ? user.name() : user.email();
        var points = text.codePoints().toArray();
        var from = random.nextInt(points.length);
        var part = new String(points, from, random.nextInt(points.length - from) + 1);
        return random.nextBoolean() ? part.toUpperCase(Locale.ROOT) : part;
    }
}
