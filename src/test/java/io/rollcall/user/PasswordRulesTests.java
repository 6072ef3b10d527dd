package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.user.PasswordRules.Problem;
import java.text.Normalizer;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S31")
class PasswordRulesTests {

    private final PasswordRules rules = new PasswordRules(new OrganizationProperties("Example Ltd"));

    @Test
    void twelveToAHundredAndTwentyEightCharactersAreAllowed() {
        var text = "an ordinary sentence that nobody else has thought of, ".repeat(4);
        assertThat(rules.problemWith(text.substring(0, 11))).contains(Problem.TOO_SHORT);
        assertThat(rules.problemWith(text.substring(0, 12))).isEmpty();
        assertThat(rules.problemWith(text.substring(0, 128))).isEmpty();
        assertThat(rules.problemWith(text.substring(0, 129))).contains(Problem.TOO_LONG);
    }

    @Test
    void aCharacterIsWhatAPersonTypesNotHowJavaStoresIt() {
        var eleven = "🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔";
        assertThat(rules.problemWith(eleven)).contains(Problem.TOO_SHORT);
        assertThat(rules.problemWith(eleven + "🐧")).isEmpty();
    }

    @Test
    void itCountsTheSameInWhateverFormItIsTyped() {
        var composed = "Schlüsselwö";
        var apart = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertThat(apart).hasSizeGreaterThan(12);
        assertThat(rules.problemWith(composed)).contains(Problem.TOO_SHORT);
        assertThat(rules.problemWith(apart)).contains(Problem.TOO_SHORT);
        assertThat(rules.problemWith(apart + "r")).isEmpty();
        assertThat(rules.problemWith("ﬁ".repeat(6) + "x")).isEmpty();
        assertThat(rules.problemWith("ｐａｓｓｗｏｒｄ１２３４")).contains(Problem.WELL_KNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse",
                "            x",
                "zwölf Zeichen",
                "éééééééééééééa",
                "passwort-ohne-ziffer",
                "628401957340",
                "rollcall-demo",
            })
    void noCompositionIsAskedFor(String password) {
        assertThat(rules.problemWith(password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada  Lovelace",
                "ada lovelace",
                " ADA lovelace ",
                "adalovelace ",
                "AdaLovelaceAdaLovelace",
                "lovelace.ada.1815@example.com",
                "Lovelace.Ada.1815@EXAMPLE.com",
                "lovelace.ada.1815",
                "ＬＯＶＥＬＡＣＥ.ada.1815",
                "example ltd ",
                "ExampleLtdExampleLtd",
            })
    void whatEverybodyKnowsWhoKnowsThePersonIsRefused(String password) {
        assertThat(rules.problemWith(password, "Ada Lovelace", "lovelace.ada.1815@example.com"))
                .contains(Problem.OWN);
        assertThat(rules.problemWith(password, "Grace", "grace@example.com"))
                .isEqualTo(password.toLowerCase().startsWith("example") ? Optional.of(Problem.OWN) : Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada Lovelace 1815", "Lady Ada Lovelace", "ada@example.com!", "example.com.au"})
    void whatOnlyResemblesThatIsNot(String password) {
        assertThat(rules.problemWith(password, "Ada Lovelace", "ada@example.com"))
                .isEmpty();
        assertThat(rules.problemWith(password, "", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "PASSWORD1234",
                "123456789012",
                "aaaaaaaaaaaaaaaa",
                "passwordpassword",
                "qwertyqwerty",
                "123123123123",
            })
    void theWellKnownOnesAreRefused(String password) {
        assertThat(rules.problemWith(password)).contains(Problem.WELL_KNOWN);
    }
}
