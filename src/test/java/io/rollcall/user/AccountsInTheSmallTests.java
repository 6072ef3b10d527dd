package io.rollcall.user;

import static io.rollcall.People.IP;
import static io.rollcall.People.actor;
import static io.rollcall.user.GivenUser.email;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.rollcall.TestClock;
import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.cluster.ChangeLog;
import io.rollcall.user.CurrentUsers.Stale;
import io.rollcall.user.UserChanged.Change;
import io.rollcall.user.UserSearch.Matches;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentCaptor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.AccessDeniedException;

/** Who sees, adds, edits and disables accounts, and who is told of it, over no database. */
class AccountsInTheSmallTests {

    private final UserRepository users = mock(UserRepository.class);
    private final UserSearch search = mock(UserSearch.class);
    private final AuditLog audit = mock(AuditLog.class);
    private final ApplicationEventPublisher events = mock(ApplicationEventPublisher.class);
    private final ChangeLog changes = mock(ChangeLog.class);
    private final TestClock clock = new TestClock();
    private final CurrentUsers current = new CurrentUsers(users, changes);
    private final Users service = new Users(users, search, current, audit, events, clock);

    private final User ada = GivenUser.of(1, "Ada", Role.USER);
    private final User owner = GivenUser.of(2, "Olivia", Role.ACCOUNT_OWNER);
    private final Actor olivia = actor(owner);
    private final Actor bill = actor(GivenUser.of(3, "Bill", Role.BILLING_MANAGER));

    @BeforeEach
    void store() {
        when(users.saveAndFlush(any())).thenAnswer(call -> GivenUser.saved(call.getArgument(0)));
        when(users.lockInOrder(any())).thenReturn(Map.of());
        when(users.lockInOrder(List.of(1L))).thenReturn(Map.of(1L, ada));
        when(users.lockInOrder(List.of(2L))).thenReturn(Map.of(2L, owner));
        when(users.lockEnabled(Role.ACCOUNT_OWNER)).thenReturn(List.of(owner));
    }

    @Test
    void anAccountIsRememberedUntilItChanges() {
        when(users.findById(1)).thenReturn(Optional.of(ada));
        assertThat(service.current(new UserId(1))).contains(ada);
        assertThat(service.current(new UserId(1))).contains(ada);
        verify(users, times(1)).findById(1);

        ArgumentCaptor<Consumer<Stale>> stale = ArgumentCaptor.captor();
        verify(changes).subscribe(eq(Stale.class), stale.capture());
        stale.getValue().accept(new Stale(new UserId(1)));
        when(users.findById(1)).thenReturn(Optional.empty());
        assertThat(service.current(new UserId(1))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whateverChangesWithAnAccountMakesWhatIsRememberedOfItStale(Change change) {
        current.on(new UserChanged(ada, change, olivia));
        verify(changes).publish(new Stale(new UserId(1)));
    }

    @Test
    void aLockIsTheRepositorys() {
        when(users.lockById(1)).thenReturn(Optional.of(ada));
        assertThat(service.lock(new UserId(1))).contains(ada);
    }

    @Test
    void administratorsSeeAllThatIsFound() {
        var page = PageRequest.of(0, 10);
        when(search.matching("a", 1_000)).thenReturn(new Matches.Few(List.of(1L)));
        when(users.findAllByIdIn(List.of(1L), page)).thenReturn(List.of(ada));
        assertThat(service.list(olivia, "a", page)).containsExactly(ada);

        when(search.matching("a", 1_000)).thenReturn(new Matches.Many(List.of("a")));
        when(users.findAllContaining(List.of("a"), page)).thenReturn(List.of(ada, owner));
        when(search.count("a")).thenReturn(2);
        assertThat(service.list(bill, "a", page)).containsExactly(ada, owner);
        assertThat(service.count(bill, "a")).isEqualTo(2);
    }

    @Test
    void othersSeeTheirOwnAlone() {
        when(users.findById(1)).thenReturn(Optional.of(ada));
        assertThat(service.list(actor(ada), "x", PageRequest.of(0, 10))).containsExactly(ada);
        assertThat(service.list(actor(ada), "x", PageRequest.of(1, 10))).isEmpty();
        assertThat(service.count(actor(ada), "x")).isEqualTo(1);
        verifyNoInteractions(search);
    }

    @Test
    void whoeverMayManageARoleMayAddToItAndThatIsWritten() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> service.add(bill, "Eve", email("Eve"), Role.ACCOUNT_OWNER));
        verify(users, never()).saveAndFlush(any());

        var eve = service.add(bill, "Eve", email("Eve"), Role.USER);
        assertThat(eve.createdAt()).isEqualTo(TestClock.START);
        assertTold(bill, eve, Change.ADDED, AuditKind.USER_ADDED, "eve@example.com, USER");
    }

    @Test
    void anEmailThatIsTakenIsToldAndAnyOtherFailureStaysWhatItIs() {
        var unique = new ConstraintViolationException("twice", null, "sql", ConstraintKind.UNIQUE, "email");
        var other = new ConstraintViolationException("check", null, "sql", ConstraintKind.CHECK, "role");
        doThrow(new DataIntegrityViolationException("twice", unique))
                .when(users)
                .saveAndFlush(any());
        assertThatExceptionOfType(EmailTakenException.class)
                .isThrownBy(() -> service.add(olivia, "Eve", email("Eve"), Role.USER));
        for (var cause : new Exception[] {other, null}) {
            doThrow(new DataIntegrityViolationException("other", cause))
                    .when(users)
                    .saveAndFlush(any());
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(() -> service.add(olivia, "Eve", email("Eve"), Role.USER));
        }
    }

    @Test
    void anEditWritesWhatWasChangedAndSaysWhatWas() {
        var saved = service.edit(bill, new UserId(1), edit(ada, "Ada L", Role.CUSTOMER))
                .orElseThrow();
        assertThat(saved).isEqualTo(new Edited.Saved(ada));
        assertThat(ada.name()).isEqualTo("Ada L");
        assertTold(bill, ada, Change.EDITED, AuditKind.USER_EDITED, "ROLE: USER -> CUSTOMER, NAME: Ada -> Ada L");
        verify(users).saveAndFlush(ada);
    }

    @Test
    void anEditOfNothingIsWrittenNowhere() {
        assertThat(service.edit(olivia, new UserId(1), edit(ada, "Ada", Role.USER)))
                .contains(new Edited.Saved(ada));
        verifyNoInteractions(audit, events);
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsNotOverwritten() {
        var edit = edit(ada, "Ada L", Role.USER);
        ada.edit(new Profile("Ada K", email("Ada"), Role.USER));
        assertThat(service.edit(olivia, new UserId(1), edit).orElseThrow()).isInstanceOf(Edited.Overtaken.class);
        assertThat(ada.name()).isEqualTo("Ada K");
        verifyNoInteractions(audit);
    }

    @Test
    void peopleRenameThemselvesAndNothingElse() {
        assertThat(service.edit(actor(ada), new UserId(1), edit(ada, "Ada L", Role.USER)))
                .isPresent();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> service.edit(actor(ada), new UserId(1), edit(ada, "Ada", Role.CUSTOMER)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> service.edit(bill, new UserId(1), edit(ada, "Ada", Role.ACCOUNT_OWNER)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> service.edit(bill, new UserId(2), edit(owner, "O", Role.ACCOUNT_OWNER)));
        assertThat(service.edit(actor(ada), new UserId(2), edit(owner, "O", Role.ACCOUNT_OWNER)))
                .as("which they may not know of")
                .isEmpty();
        assertThat(service.edit(olivia, new UserId(77), edit(ada, "Ada", Role.USER)))
                .isEmpty();
    }

    @Test
    void theLastOwnerStaysOne() {
        assertThatExceptionOfType(LastOwnerException.class)
                .isThrownBy(() -> service.edit(olivia, new UserId(2), edit(owner, "O", Role.USER)));
        assertThatExceptionOfType(LastOwnerException.class).isThrownBy(() -> service.disable(olivia, new UserId(2)));
        assertThat(service.edit(olivia, new UserId(2), edit(owner, "O", Role.ACCOUNT_OWNER)))
                .isPresent();

        when(users.lockEnabled(Role.ACCOUNT_OWNER))
                .thenReturn(List.of(owner, GivenUser.of(5, "Otto", Role.ACCOUNT_OWNER)));
        assertThat(service.disable(olivia, new UserId(2))).contains(owner);
        assertThat(owner.isEnabled()).isFalse();
    }

    @Test
    void disablingAndEnablingAreToldOnceEach() {
        for (var i = 0; i < 2; i++) {
            assertThat(service.disable(bill, new UserId(1))).contains(ada);
        }
        assertThat(ada.isEnabled()).isFalse();
        assertTold(bill, ada, Change.DISABLED, AuditKind.USER_DISABLED, null);
        for (var i = 0; i < 2; i++) {
            assertThat(service.enable(bill, new UserId(1))).contains(ada);
        }
        assertThat(ada.isEnabled()).isTrue();
        verify(audit).append(AuditKind.USER_ENABLED, bill.party(), ada.party(), IP, null);
        verify(users, times(2)).saveAndFlush(ada);

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.disable(bill, new UserId(2)));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.enable(bill, new UserId(2)));
        assertThat(service.disable(actor(ada), new UserId(2))).isEmpty();
    }

    private void assertTold(Actor actor, User user, Change change, AuditKind kind, String detail) {
        verify(audit).append(kind, actor.party(), user.party(), IP, detail);
        verify(events).publishEvent(new UserChanged(user, change, actor));
    }

    private static ProfileEdit edit(User seen, String name, Role role) {
        return new ProfileEdit(seen.profile(), new Profile(name, seen.profile().email(), role));
    }
}
