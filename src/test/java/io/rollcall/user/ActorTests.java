package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rollcall.audit.AuditLog;
import io.rollcall.user.UserChanged.Change;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.access.AccessDeniedException;

@Tag("S18")
class ActorTests {

    private static final SessionId SESSION = new SessionId(UUID.randomUUID());

    @ParameterizedTest
    @EnumSource(Role.class)
    void ownersAndBillingManagersAreAdministratorsAndNobodyElse(Role role) {
        var isOne = role == Role.ACCOUNT_OWNER || role == Role.BILLING_MANAGER;
        assertThat(role.isAdministrator()).isEqualTo(isOne);
        if (isOne) {
            assertThatCode(actor(1, role)::requireAdministrator).doesNotThrowAnyException();
        } else {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(actor(1, role)::requireAdministrator);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_OWNER, true, true, true, true",
        "BILLING_MANAGER, false, true, true, true",
        "USER, false, false, false, false",
        "CUSTOMER, false, false, false, false"
    })
    void whoMayManageWhom(Role role, boolean owner, boolean manager, boolean user, boolean customer) {
        assertThat(role.mayManage(Role.ACCOUNT_OWNER)).isEqualTo(owner);
        assertThat(role.mayManage(Role.BILLING_MANAGER)).isEqualTo(manager);
        assertThat(role.mayManage(Role.USER)).isEqualTo(user);
        assertThat(role.mayManage(Role.CUSTOMER)).isEqualTo(customer);
    }

    @Test
    void aRuleThatSaysNoRefuses() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> actor(1, Role.ACCOUNT_OWNER).require(false));
        assertThatCode(() -> actor(1, Role.CUSTOMER).require(true)).doesNotThrowAnyException();
    }

    @Test
    void peopleAreThemselvesByTheirId() {
        assertThat(actor(1, Role.USER).is(user(1))).isTrue();
        assertThat(actor(1, Role.USER).is(user(2))).isFalse();
        assertThat(actor(1, Role.USER).party()).isEqualTo(new AuditLog.Party(1L, "Ada"));
        assertThat(user(1)).isEqualTo(user(1)).isNotEqualTo(user(2)).hasSameHashCodeAs(user(1));
        assertThat(user(1)).isNotEqualTo("User 1").hasToString("User 1");
    }

    @Test
    void theSessionInWhichAPersonChangesTheOwnAccountIsKnownAndNoOthers() {
        assertThat(new UserChanged(user(1), Change.EDITED, actor(1, Role.USER)).ownSession())
                .isEqualTo(SESSION);
        assertThat(new UserChanged(user(2), Change.EDITED, actor(1, Role.USER)).ownSession())
                .isNull();
        assertThat(new UserChanged(user(1), Change.EDITED, null).ownSession()).isNull();
    }

    private static Actor actor(long id, Role role) {
        return new Actor(new UserId(id), "Ada", role, SESSION, null);
    }

    private static User user(long id) {
        return GivenUser.of(id, "Ada", new EmailAddress("ada@example.com"), Role.USER);
    }
}
