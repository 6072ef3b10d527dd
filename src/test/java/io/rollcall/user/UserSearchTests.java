package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.DomainTest;
import io.rollcall.People;
import io.rollcall.Simultaneously;
import io.rollcall.TestClock;
import io.rollcall.user.UserSearch.Matches;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/** Who is found by what is typed, through the real query. */
@DomainTest
@Tag("S38")
class UserSearchTests {

    @Autowired
    private Users users;

    @Autowired
    private UserSearch finder;

    @Autowired
    private UserImport accounts;

    @Autowired
    private People people;

    @Test
    void wildcardsAreOrdinaryCharacters() {
        var percent = people.add("100% Ada", Role.USER);
        var underscore = users.add(People.SOMEBODY, "Bea", new EmailAddress("bea_b@example.com"), Role.USER);
        people.add("Cleo", Role.USER);
        assertThat(found("%")).containsExactly(percent);
        assertThat(found("0% a")).containsExactly(percent);
        assertThat(found("_")).containsExactly(underscore);
        assertThat(found("!")).isEmpty();
        assertThat(found("\\")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Οδυσσεύς, ΟΔΥΣ",
        "Οδυσσεύς, οδυσσευς",
        "İlker Işık, ilker",
        "İlker Işık, ISIK",
        "Weiß, WEISS",
        "Weiß, weiss",
        "Zoë, Zoe\u0308",
        "Zoe\u0308, Zoë",
        "Anneli Virtanen, virtanen anneli",
        "Anneli Virtanen, VIRT nel @example",
        "Anneli Virtanen, 'anneli\u00A0'",
        "Anneli Virtanen, '\u3000ｖｉｒｔａｎｅｎ'",
        "Анна Фёдорова, федорова"
    })
    void inWhateverFormAndOrderWordsAreTypedTheyFind(String name, String search) {
        var somebody = users.add(People.SOMEBODY, name, new EmailAddress("somebody@example.com"), Role.USER);
        people.add("Bea", Role.USER);
        assertThat(found(search)).containsExactly(somebody);
        assertThat(users.count(People.SOMEBODY, search)).isEqualTo(1);
        assertThat(found(search + " nobody")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"münchen", "MUNCHEN", "@münchen.example", "xn--mnchen-3ya", "info@mu\u0308nchen"})
    void anAddressIsFoundByWhatItsDomainIsToPeople(String search) {
        var somebody = users.add(People.SOMEBODY, "Bea", new EmailAddress("info@xn--mnchen-3ya.example"), Role.USER);
        people.add("Ada", Role.USER);
        assertThat(found(search)).containsExactly(somebody);
    }

    @Test
    void namesStandInOneOrderInEveryDatabase() {
        var names = List.of("ada", "Ångström", "Čapek", "Éric", "Zoë", "Οδυσσεύς");
        names.reversed()
                .forEach(name -> users.add(
                        People.SOMEBODY,
                        name,
                        new EmailAddress("n" + names.indexOf(name) + "@example.com"),
                        Role.USER));
        assertThat(users.list(People.SOMEBODY, "", PageRequest.of(0, 10, Sort.by("nameSort", "id"))))
                .extracting(User::name)
                .isEqualTo(names);
    }

    @Test
    void aSearchDoesNotReachFromTheNameIntoTheEmail() {
        people.add("Ada", Role.USER);
        assertThat(found("a\na")).hasSize(1);
        assertThat(found("\n")).hasSize(1);
        assertThat(found("ada\u200B\nada@")).hasSize(1);
        assertThat(found("a\u0000d")).isEmpty();
        assertThat(found("adaada")).isEmpty();
    }

    @Test
    void halfACharacterStandsNowhere() {
        users.add(People.SOMEBODY, "Fay 🦊", new EmailAddress("fay@example.com"), Role.USER);
        assertThat(found("🦊")).hasSize(1);
        assertThat(found("🦊".substring(0, 1))).isEmpty();
        assertThat(found("🦊".substring(1))).isEmpty();
    }

    @Test
    void whoeverWasAddedOrRenamedAMomentAgoIsFound() {
        assertThat(found("ada")).isEmpty();
        var ada = people.add("Ada Lovelace", Role.USER);
        assertThat(found("ada")).containsExactly(ada);
        users.edit(
                People.SOMEBODY,
                ada.id(),
                People.edit(ada, "Countess", new EmailAddress("countess@example.com"), Role.USER));
        assertThat(found("ada")).isEmpty();
        assertThat(found("ntes")).containsExactly(ada);
        var bea = people.add("Bea", Role.USER);
        assertThat(found("e")).containsExactlyInAnyOrder(ada, bea);
        var imported = accounts.add(List.of(new UserImport.Row(
                "Cleo", new EmailAddress("cleo@example.com"), Role.USER, false, null, TestClock.START)));
        assertThat(found("cleo")).containsExactlyElementsOf(imported);
    }

    @Test
    void everyUserIsFoundWhoWasAddedWhileOthersSearched() throws Exception {
        var newcomers = IntStream.range(0, 4).mapToObj(i -> (Callable<Boolean>) () -> IntStream.range(0, 25)
                .mapToObj(n -> "Newcomer " + i + "x" + n)
                .allMatch(name -> {
                    var added = people.add(name, Role.USER);
                    return found(name).contains(added);
                }));
        assertThat(Simultaneously.run(newcomers.toList()))
                .extracting(Simultaneously.Outcome::value)
                .containsOnly(true);
        assertThat(finder.count("newcomer")).isEqualTo(100);
    }

    @Test
    void moreUsersThanTheLimitAreNotNamed() {
        var ada = people.add("Ada", Role.USER);
        people.add("Bea", Role.USER);
        assertThat(finder.matching("example", 2)).isInstanceOf(Matches.Few.class);
        assertThat(finder.matching("example", 1)).isEqualTo(new Matches.Many(List.of("example")));
        assertThat(finder.matching(" ADA ", 1))
                .isEqualTo(new Matches.Few(List.of(ada.id().value())));
        assertThat(finder.matching("nobody", 1)).isEqualTo(new Matches.Few(List.of()));
        assertThat(finder.matching(" ", 5)).isEqualTo(Matches.EVERYBODY);
    }

    @Test
    void allAreNamedWhereAllAreAskedFor() {
        var ada = people.add("Ada", Role.USER);
        var bea = people.add("Bea", Role.USER);
        assertThat(finder.all("example"))
                .containsExactlyInAnyOrder(ada.id().value(), bea.id().value());
        assertThat(finder.all(" ADA ")).containsExactly(ada.id().value());
        assertThat(finder.all(" ")).isEmpty();
    }

    @Test
    void theShareOfAllUsersIsTold() {
        assertThat(finder.share("ada")).isZero();
        people.add("Ada", Role.USER);
        people.add("Bea", Role.USER);
        assertThat(finder.share("ada")).isEqualTo(0.5);
        assertThat(finder.share("example.com")).isEqualTo(1);
        assertThat(finder.share("")).isEqualTo(1);
        assertThat(finder.share("zzz")).isZero();
        assertThat(finder.share("a\u0000")).isZero();
    }

    @Test
    @Tag("S71")
    void ofASearchTwoHundredCharactersCount() {
        var name = "n".repeat(100);
        var email = "e".repeat(200) + "@example.com";
        var ada = users.add(People.SOMEBODY, name, new EmailAddress(email), Role.USER);

        assertThat(found("e".repeat(200) + "?")).containsExactly(ada);
        assertThat(found("e".repeat(199) + "?")).isEmpty();
        assertThat(found("e".repeat(200) + "x".repeat(1_000_000))).containsExactly(ada);
        assertThat(UserSearch.cut("x".repeat(199) + "🦊")).hasSize(199);
        assertThat(UserSearch.cut("x".repeat(198) + "🦊🦊")).hasSize(200).endsWith("🦊");
    }

    private List<User> found(String search) {
        return users.list(People.SOMEBODY, search, PageRequest.of(0, 10));
    }
}
