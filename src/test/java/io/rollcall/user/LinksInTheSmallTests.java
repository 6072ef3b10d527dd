package io.rollcall.user;

import static io.rollcall.People.IP;
import static io.rollcall.People.actor;
import static io.rollcall.user.MockedAccounts.NEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.rollcall.TestClock;
import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.user.UserChanged.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionOperations;

/** What one-time links decide, over no database. */
class LinksInTheSmallTests {

    private final MockedAccounts accounts = new MockedAccounts();
    private final UserRepository users = accounts.users;
    private final InvitationRepository links = mock(InvitationRepository.class);
    private final AuditLog audit = accounts.audit;
    private final ApplicationEventPublisher events = accounts.events;
    private final TransactionOperations transaction = accounts.transaction;
    private final TestClock clock = new TestClock();
    private final Invitations invitations =
            new Invitations(links, users, accounts.passwords, audit, events, transaction, clock);

    private final User ada = accounts.ada;
    private final User owner = accounts.owner;
    private final User bill = accounts.bill;

    @BeforeEach
    void store() {
        when(links.take(any())).thenReturn(1);
    }

    @Test
    @Tag("S62")
    void aLinkReplacesTheOneFromBeforeAndIsWritten() {
        var secret = invitations.issue(actor(bill), new UserId(1)).orElseThrow();
        assertThat(secret).hasSize(43);
        verify(links).deleteOf(1);
        verify(links).save(any());
        verify(audit).append(AuditKind.INVITATION_ISSUED, actor(bill).party(), ada.party(), IP, null);

        assertThat(invitations.issue(actor(bill), new UserId(77))).isEmpty();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> invitations.issue(actor(bill), new UserId(2)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> invitations.issue(actor(ada), new UserId(1)));
    }

    @Test
    void theConsoleLetsAnOwnerInAgainAndNobodyElse() {
        owner.disable();
        assertThat(invitations.issueForOwner(new EmailAddress("olivia@example.com")))
                .isPresent();
        assertThat(owner.isEnabled()).isTrue();
        verify(events).publishEvent(new UserChanged(owner, Change.ENABLED, null));
        verify(links).deleteOf(2);
        for (var kind : List.of(AuditKind.USER_ENABLED, AuditKind.INVITATION_ISSUED)) {
            verify(audit).append(kind, AuditLog.Party.NOBODY, owner.party(), null, "at the server's console");
        }
        assertThat(invitations.issueForOwner(new EmailAddress("bill@example.com")))
                .isEmpty();
    }

    @Test
    @Tag("S62")
    void aLinkIsUsedOnceWithTheAddressWritten() {
        var secret = linkFor(ada, 3L);
        assertThat(invitations.invited(secret)).contains(ada);
        assertThat(invitations.accept(secret, NEW, IP)).contains(ada);
        assertThat(ada.passwordHash()).isEqualTo("new hash");
        verify(audit).append(AuditKind.PASSWORD_CHANGED, ada.party(), ada.party(), IP, null);
        verify(events).publishEvent(new UserChanged(ada, Change.PASSWORD_CHANGED, null));
        verify(users).saveAndFlush(ada);
        assertThat(invitations.accept(secret, NEW, IP))
                .as("the account is another since")
                .isEmpty();
    }

    @Test
    @Tag("S62")
    void aLinkThatAnotherWasQuickerToUseChangesNothing() {
        var secret = linkFor(ada, 3L);
        when(links.take(any())).thenReturn(0);
        assertThat(invitations.accept(secret, NEW, IP)).isEmpty();
        assertThat(ada.passwordHash()).isNull();
        assertThat(invitations.accept("none", NEW, IP)).isEmpty();
    }

    @Test
    @Tag("S62")
    void aLinkIsGoodForSevenDaysAndUnderWhatItWasIssued() {
        var secret = linkFor(ada, 3L);
        clock.advance(Duration.ofDays(7).minusMillis(1));
        assertThat(invitations.invited(secret)).isPresent();
        bill.disable();
        assertThat(invitations.invited(secret)).isEmpty();
        bill.enable();
        clock.advance(Duration.ofMillis(1));
        assertThat(invitations.invited(secret)).isEmpty();

        secret = linkFor(ada, 3L);
        ada.edit(new Profile("Ada", new EmailAddress("ada@example.com"), Role.ACCOUNT_OWNER));
        assertThat(invitations.invited(secret)).isEmpty();
        assertThat(invitations.invited(linkFor(ada, 3L)))
                .as("an owner's, by a Billing Manager")
                .isEmpty();
        assertThat(invitations.invited(linkFor(ada, null))).as("by the console").isPresent();
        ada.disable();
        assertThat(invitations.invited(linkFor(ada, null))).isEmpty();
    }

    @Test
    @Tag("S62")
    void aLinkLocksItsAccountAndItsIssuer() {
        assertThat(new Invitation(ada, 3L, "x", clock.instant()).accounts()).containsExactlyInAnyOrder(1L, 3L);
        assertThat(new Invitation(ada, 1L, "x", clock.instant()).accounts()).containsExactly(1L);
        assertThat(new Invitation(ada, null, "x", clock.instant()).accounts()).containsExactly(1L);
    }

    @Test
    @Tag("S62")
    void whoMayNoLongerIssueTakesTheLinksAlong() {
        invitations.on(new UserChanged(owner, Change.EDITED, null));
        invitations.on(new UserChanged(bill, Change.ENABLED, null));
        verify(links, never()).deleteIssuedBy(anyLong(), any());
        invitations.on(new UserChanged(bill, Change.EDITED, null));
        verify(links).deleteIssuedBy(3, List.of(Role.ACCOUNT_OWNER));
        owner.disable();
        invitations.on(new UserChanged(owner, Change.DISABLED, null));
        verify(links).deleteIssuedBy(2, List.of(Role.values()));
    }

    @Test
    void linksThatAreOverAreSweptAway() {
        invitations.sweep();
        var order = inOrder(links);
        order.verify(links).shorten(TestClock.START.plus(Duration.ofDays(7)));
        order.verify(links).deleteOver(TestClock.START);
    }

    private String linkFor(User account, Long issuer) {
        var secret = UUID.randomUUID().toString();
        var link = new Invitation(account, issuer, secret, clock.instant());
        when(links.findBySecretHash(LinkSecret.hash(secret))).thenReturn(Optional.of(link));
        return secret;
    }
}
