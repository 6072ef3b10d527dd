package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.rollcall.DomainTest;
import io.rollcall.People;
import java.text.Normalizer;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

@DomainTest
class PasswordsTests {

    private static final String PASSWORD = "a violet bicycle";
    private static final Set<String> HASHING = Set.of("encode", "matches");

    @Autowired
    private Passwords passwords;

    @Autowired
    private Users users;

    @Autowired
    private People people;

    @Autowired
    private JdbcTemplate jdbc;

    @MockitoSpyBean
    private PasswordEncoder encoder;

    @Test
    void theRightPasswordOpensHoweverTheEmailIsWritten() {
        var ada = people.withPassword("Ada", Role.USER, PASSWORD);
        assertThat(passwords.authenticate("ada@example.com", PASSWORD)).contains(ada);
        assertThat(passwords.authenticate(" ADA@Example.com", PASSWORD)).contains(ada);
    }

    @Test
    @Tag("S30")
    void unknownWrongDisabledAndUninvitedAnswerAlikeAndCostOneHashEach() {
        var ada = people.withPassword("Ada", Role.USER, PASSWORD);
        var gone = people.withPassword("Gone", Role.USER, PASSWORD);
        users.disable(People.SOMEBODY, gone.id());
        people.add("Invited", Role.USER);

        for (var attempt : new String[][] {
            {"nobody@example.com", PASSWORD},
            {ada.email(), "a violet bicycle!"},
            {gone.email(), PASSWORD},
            {"invited@example.com", PASSWORD},
            {"invited@example.com", ""},
            {"no email at all", PASSWORD},
            {"", ""},
        }) {
            clearInvocations(encoder);
            assertThat(passwords.authenticate(attempt[0], attempt[1]))
                    .as("%s, %s", attempt[0], attempt[1])
                    .isEmpty();
            assertThat(mockingDetails(encoder).getInvocations())
                    .filteredOn(call -> HASHING.contains(call.getMethod().getName()))
                    .as("%s, %s", attempt[0], attempt[1])
                    .hasSize(attempt[1].isEmpty() ? 0 : 1);
        }
    }

    @Test
    @Tag("S31")
    void theWholePasswordCountsBeyondBcrypts72Bytes() {
        var common = "x".repeat(100) + "ü";
        var ada = people.withPassword("Ada", Role.USER, common + " one");
        assertThat(passwords.authenticate(ada.email(), common + " one")).contains(ada);
        assertThat(passwords.authenticate(ada.email(), common + " two")).isEmpty();
        assertThat(passwords.authenticate(ada.email(), common)).isEmpty();
    }

    @Test
    @Tag("S31")
    void itIsTheSameOnAMacAndOnWindows() {
        var onWindows = Normalizer.normalize("Grüße aus Ångström", Normalizer.Form.NFC);
        var onAMac = Normalizer.normalize(onWindows, Normalizer.Form.NFD);
        var ada = people.withPassword("Ada", Role.USER, onWindows);
        assertThat(passwords.authenticate(ada.email(), onAMac)).contains(ada);

        passwords.change(People.actor(ada), onAMac, onAMac + "!");

        assertThat(passwords.authenticate(ada.email(), onWindows + "!")).contains(ada);
        assertThat(passwords.authenticate(ada.email(), "Grusse aus Angstrom!")).isEmpty();
    }

    @Test
    void onlyAHashIsStored() {
        people.withPassword("Ada", Role.USER, PASSWORD);
        assertThat(jdbc.queryForObject("select password_hash from app_user", String.class))
                .startsWith("{pbkdf2}")
                .doesNotContain(PASSWORD);
    }

    @Test
    void changingItNeedsTheCurrentOne() {
        var ada = people.withPassword("Ada", Role.USER, PASSWORD);
        var actor = People.actor(ada);
        assertThatExceptionOfType(WrongPasswordException.class)
                .isThrownBy(() -> passwords.change(actor, "something else", "a green bicycle"));
        assertThat(passwords.authenticate(ada.email(), PASSWORD)).isPresent();

        passwords.change(actor, PASSWORD, "a green bicycle");

        assertThat(passwords.authenticate(ada.email(), PASSWORD)).isEmpty();
        assertThat(passwords.authenticate(ada.email(), "a green bicycle")).isPresent();
    }

    @Test
    void somebodyWithoutAPasswordCannotChangeIt() {
        var actor = People.actor(people.add("Invited", Role.USER));
        assertThatExceptionOfType(WrongPasswordException.class)
                .isThrownBy(() -> passwords.change(actor, "", "a green bicycle"));
    }

    @ParameterizedTest
    @Tag("S31")
    @ValueSource(strings = {"too short", "password1234", "ADA@example.com"})
    void aPasswordAgainstTheRulesIsRefusedAndTheOldOneStays(String replacement) {
        var ada = people.withPassword("Ada", Role.USER, PASSWORD);
        clearInvocations(encoder);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> passwords.change(People.actor(ada), PASSWORD, replacement))
                .withMessageNotContaining(replacement);
        verify(encoder, never()).encode(any());
        assertThat(passwords.authenticate(ada.email(), PASSWORD)).isPresent();
    }
}
