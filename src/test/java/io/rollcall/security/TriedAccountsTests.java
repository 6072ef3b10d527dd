package io.rollcall.security;

import static io.rollcall.security.FailedTries.failures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.rollcall.People;
import io.rollcall.audit.AuditEntry;
import io.rollcall.audit.AuditLog;
import io.rollcall.user.Role;
import io.rollcall.user.User;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.BadCredentialsException;

/** Whose tries count together: those at an account, and those at an email that nobody has. */
@PasswordTest
class TriedAccountsTests {

    private static final String HERE = "198.51.100.1";

    @Autowired
    private PasswordSignIn signIn;

    @Autowired
    private TriedAccounts accounts;

    @Autowired
    private People people;

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcTemplate jdbc;

    private SignInForm form;
    private User ada;

    @BeforeEach
    void addAda() {
        form = new SignInForm(signIn);
        ada = people.add("Ada", Role.USER);
    }

    @ParameterizedTest
    @Tag("S66")
    @ValueSource(strings = {"correct horse battery", "Nobody@Example.com", "nobody@example.com", "x", ""})
    void whatIsTypedForAnEmailThatNobodyHasIsKeptNowhere(String typed) {
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> form.signIn(typed, "wrong", HERE));

        assertThat(failures(audit))
                .extracting(AuditEntry::subjectId, AuditEntry::subject, AuditEntry::detail)
                .containsExactly(tuple(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(jdbc.queryForList("select * from sign_in_attempt"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("account").toString())
                        .as("one of 65,536 numbers")
                        .matches("-\\d{1,5}"));
    }

    @Test
    @Tag("S66")
    void emailsThatNobodyHasAreSlowedDownLikeOthersHoweverTheyAreWritten() {
        for (var i = 0; i < SignInThrottle.FREE_PER_ACCOUNT; i++) {
            var from = "192.0.2." + i;
            assertThat(catchThrowable(() -> form.signIn(" NOBODY@Example.com ", "wrong", from)))
                    .isInstanceOf(BadCredentialsException.class);
        }

        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> form.signIn("nobody@example.com", "wrong", HERE));
        assertThat(catchThrowable(() -> form.signIn("somebody.else@example.com", "wrong", HERE)))
                .isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void anAccountIsItsUserAndOthersAreSpreadOverManyNumbers() {
        assertThat(accounts.find(" ADA@Example.com").number())
                .isEqualTo(ada.id().value());
        var numbers = IntStream.range(0, 1000)
                .mapToObj(i -> accounts.find("person" + i + "@example.com").number())
                .toList();
        assertThat(numbers).allSatisfy(number -> assertThat(number).isBetween(-65_536L, -1L));
        assertThat(Set.copyOf(numbers)).hasSizeGreaterThan(950);
    }
}
