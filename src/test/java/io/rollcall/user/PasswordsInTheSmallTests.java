package io.rollcall.user;

import static io.rollcall.People.IP;
import static io.rollcall.People.actor;
import static io.rollcall.user.MockedAccounts.NEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What passwords decide, over no database. */
class PasswordsInTheSmallTests {

    private final MockedAccounts accounts = new MockedAccounts();
    private final HashingThreads encoder = accounts.encoder;
    private final AuditLog audit = accounts.audit;
    private final Passwords passwords = accounts.passwords;
    private final User ada = accounts.ada;

    @Test
    void theRightPasswordOfAnEnabledAccountIsThatPerson() {
        ada.choosePassword("hash");
        when(encoder.matches("right", "hash")).thenReturn(true);
        assertThat(passwords.account(" ADA@example.com ")).contains(ada);
        assertThat(passwords.authenticate("ada@example.com", "right")).contains(ada);
        assertThat(passwords.authenticate("ada@example.com", "wrong")).isEmpty();
        ada.disable();
        assertThat(passwords.authenticate("ada@example.com", "right")).isEmpty();
        ada.enable();
        when(encoder.matches("right", "hash")).thenAnswer(call -> {
            ada.choosePassword("another");
            return true;
        });
        assertThat(passwords.authenticate("ada@example.com", "right"))
                .as("changed meanwhile")
                .isEmpty();
    }

    @Test
    void whereThereIsNothingToCompareTheWorkIsDoneAllTheSame() {
        assertThat(passwords.authenticate("ada@example.com", "")).isEmpty();
        verifyNoInteractions(encoder);
        assertThat(passwords.authenticate("ada@example.com", "x")).isEmpty();
        assertThat(passwords.authenticate("nobody@example.com", "x")).isEmpty();
        verify(encoder, org.mockito.Mockito.times(2)).encode("x");
    }

    @Test
    @Tag("S56")
    void asManyMayTryAtOnceAsTheirPasswordsHavePlaces() {
        when(encoder.places()).thenReturn(18);
        assertThat(passwords.atOnce()).isEqualTo(18);
    }

    @Test
    void theOwnPasswordIsChangedByWhoKnowsIt() {
        assertThatExceptionOfType(WrongPasswordException.class)
                .as("who has none")
                .isThrownBy(() -> passwords.change(actor(ada), "right", NEW));
        ada.choosePassword("hash");
        assertThatExceptionOfType(WrongPasswordException.class)
                .isThrownBy(() -> passwords.change(actor(ada), "wrong", NEW));
        assertThatIllegalArgumentException()
                .as("before anything is hashed")
                .isThrownBy(() -> passwords.change(actor(ada), "wrong", "short"));
        when(encoder.matches(eq("right"), any())).thenReturn(true);
        assertThatIllegalArgumentException().isThrownBy(() -> passwords.encode("short", "Ada", "ada@example.com"));
        assertThat(ada.passwordHash()).isEqualTo("hash");

        passwords.change(actor(ada), "right", NEW);
        assertThat(ada.passwordHash()).isEqualTo("new hash");
        verify(audit).append(AuditKind.PASSWORD_CHANGED, ada.party(), ada.party(), IP, null);
    }

    @Test
    void aPasswordThatWasChangedWhileOneWasHashedStays() {
        ada.choosePassword("hash");
        when(encoder.matches("right", "hash")).thenReturn(true);
        when(encoder.encode(NEW)).thenAnswer(call -> {
            ada.choosePassword("another");
            return "new hash";
        });
        assertThatExceptionOfType(WrongPasswordException.class)
                .isThrownBy(() -> passwords.change(actor(ada), "right", NEW));
        assertThat(ada.passwordHash()).isEqualTo("another");
    }
}
