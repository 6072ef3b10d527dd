package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.user.PasswordRules.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A well-known password does not get better by being typed twice. */
@Tag("S31")
class RepeatedPasswordTests {

    private final PasswordRules rules = new PasswordRules(new OrganizationProperties("Example Ltd"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trustno1trustno1",
                "TrustNo1trustno1",
                "dragondragon",
                "dragondragondragon",
                "monkeymonkeymonkeymonkey",
            })
    void aWellKnownOneRepeatedIsWellKnown(String password) {
        assertThat(rules.problemWith(password)).contains(Problem.WELL_KNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trustno1trustno2", "dragonmonkeys", "dragondragonx", "xdragondragon", "vbicycvbicyc"})
    void whatOnlyResemblesThatIsNot(String password) {
        assertThat(rules.problemWith(password)).isEmpty();
    }
}
