package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rollcall.DomainTest;
import io.rollcall.People;
import io.rollcall.Simultaneously;
import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DomainTest
@Tag("S33")
class FirstOwnerTests {

    private static final EmailAddress EMAIL = new EmailAddress("ada@example.com");
    private static final String PASSWORD = "a violet bicycle";
    private static final String IP = "203.0.113.8";

    @Autowired
    private FirstOwner firstOwner;

    @Autowired
    private Passwords passwords;

    @Autowired
    private People people;

    @Autowired
    private AuditLog audit;

    @Test
    void theConsolesCodeMakesTheFirstOwnerOnce() {
        assertThat(firstOwner.isMissing()).isTrue();
        assertThat(firstOwner.admits(firstOwner.code())).isTrue();

        var owner =
                firstOwner.create(firstOwner.code(), "Ada", EMAIL, PASSWORD, IP).orElseThrow();

        assertThat(owner.role()).isEqualTo(Role.ACCOUNT_OWNER);
        assertThat(passwords.authenticate(EMAIL.text(), PASSWORD)).contains(owner);
        assertThat(firstOwner.isMissing()).isFalse();
        assertThat(firstOwner.admits(firstOwner.code())).isFalse();
        assertThat(firstOwner.create(firstOwner.code(), "Eve", new EmailAddress("eve@example.com"), PASSWORD, IP))
                .isEmpty();
    }

    @Test
    void anyOtherCodeMakesNobody() {
        for (var code : List.of("", " ", firstOwner.code().substring(1), firstOwner.code() + "x")) {
            assertThat(firstOwner.admits(code)).isFalse();
            assertThat(firstOwner.create(code, "Eve", EMAIL, PASSWORD, IP)).isEmpty();
        }
        assertThat(firstOwner.isMissing()).isTrue();
    }

    @Test
    void ofSeveralWhoHaveTheCodeOneIsFirst() throws Exception {
        Callable<Optional<User>> ada = () -> firstOwner.create(firstOwner.code(), "Ada", EMAIL, PASSWORD, IP);
        Callable<Optional<User>> bea =
                () -> firstOwner.create(firstOwner.code(), "Bea", new EmailAddress("bea@example.com"), PASSWORD, IP);
        assertThat(Simultaneously.run(List.of(ada, bea, ada)))
                .filteredOn(
                        outcome -> outcome.value() != null && outcome.value().isPresent())
                .hasSize(1);
    }

    @Test
    void aRefusedPasswordOrNameLeavesTheCodeGood() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> firstOwner.create(firstOwner.code(), "Ada", EMAIL, "short", IP));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> firstOwner.create(firstOwner.code(), " ", EMAIL, PASSWORD, IP));
        assertThat(firstOwner.create(firstOwner.code(), "Ada", EMAIL, PASSWORD, IP))
                .isPresent();
    }

    @Test
    void anyAccountAtAllEndsTheSetUp() {
        people.add("Cleo", Role.CUSTOMER);
        assertThat(firstOwner.admits(firstOwner.code())).isFalse();
    }

    @Test
    @Tag("S43")
    void makingTheFirstOwnerLeavesAnEntry() {
        var owner =
                firstOwner.create(firstOwner.code(), "Ada", EMAIL, PASSWORD, IP).orElseThrow();

        assertThat(audit.newest(0, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(AuditKind.USER_ADDED);
            assertThat(entry.subjectId()).contains(owner.id().value());
            assertThat(entry.subject()).contains("Ada");
            assertThat(entry.actor()).isEmpty();
            assertThat(entry.ip()).contains(IP);
            assertThat(entry.detail()).contains("first Account Owner");
        });
    }
}
