package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import io.rollcall.CurrentVaadin;
import io.rollcall.DomainTest;
import io.rollcall.People;
import io.rollcall.session.Origin;
import io.rollcall.session.SessionRegistry;
import io.rollcall.user.Actor;
import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.SessionId;
import io.rollcall.user.User;
import io.rollcall.user.UserId;
import io.rollcall.user.Users;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextImpl;

@DomainTest
@Import({CurrentUser.class, LiveSecurityContextStrategy.class})
class CurrentUserTests {

    @Autowired
    CurrentUser currentUser;

    @Autowired
    LiveSecurityContextStrategy strategy;

    @Autowired
    SessionRegistry registry;

    @Autowired
    Users users;

    private final Actor console =
            new Actor(new UserId(0), "Test", Role.ACCOUNT_OWNER, new SessionId(UUID.randomUUID()), null);
    private User owner;
    private User person;

    @BeforeEach
    void addPeople() {
        owner = add("Olga Owner", "olga@example.com", Role.ACCOUNT_OWNER);
        person = add("Uma User", "uma@example.com", Role.USER);
    }

    @AfterEach
    void leaveThePage() {
        CurrentVaadin.session(null);
        strategy.clearContext();
    }

    @Test
    @Tag("S17a")
    void codeInAPersonsPageRunsAsThatPersonWhoeversThreadItIs() {
        strategy.setContext(new SecurityContextImpl(SignedInUser.authentication(owner)));

        CurrentVaadin.session(pageOf(open(person)));

        assertThat(currentUser.require().userId()).isEqualTo(person.id());
        assertThat(strategy.getContext().getAuthentication().getName()).isEqualTo("uma@example.com");
    }

    @Test
    @Tag("S17a")
    void onAPageThatBelongsToNobodyTheThreadsOwnPersonDoesNotCount() {
        strategy.setContext(new SecurityContextImpl(SignedInUser.authentication(owner)));

        CurrentVaadin.session(pageOf(null));

        assertThat(strategy.getContext().getAuthentication()).isNull();
        assertThatThrownBy(currentUser::require).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @Tag("S7")
    void aChangedRoleCountsAtOnceInAPageThatIsOpen() {
        CurrentVaadin.session(pageOf(open(person)));

        users.edit(
                console,
                person.id(),
                People.edit(person, person.name(), person.profile().email(), Role.BILLING_MANAGER));

        assertThat(currentUser.require().role()).isEqualTo(Role.BILLING_MANAGER);
        assertThat(strategy.getContext().getAuthentication().getAuthorities())
                .extracting(Object::toString)
                .containsExactly("ROLE_BILLING_MANAGER");
    }

    @Test
    void thePageOfASessionThatEndedIsNobodys() {
        var id = open(person);
        CurrentVaadin.session(pageOf(id));

        registry.end(actor(owner), id);

        assertThat(currentUser.actor()).isEmpty();
    }

    @Test
    void thePageOfADisabledAccountIsNobodys() {
        CurrentVaadin.session(pageOf(open(person)));

        users.disable(actor(owner), person.id());

        assertThat(currentUser.actor()).isEmpty();
    }

    private SessionId open(User user) {
        return registry.open(user.id(), false, Origin.UNKNOWN)
                .orElseThrow()
                .session()
                .id();
    }

    private static Actor actor(User user) {
        return new Actor(user.id(), user.name(), user.role(), new SessionId(UUID.randomUUID()), null);
    }

    private User add(String name, String email, Role role) {
        return users.add(console, name, EmailAddress.parse(email).orElseThrow(), role);
    }

    private static VaadinSession pageOf(SessionId owner) {
        var wrapped = new WrappedHttpSession(new MockHttpSession());
        if (owner != null) {
            PageOwner.bind(wrapped, owner);
        }
        var page = mock(VaadinSession.class);
        when(page.getSession()).thenReturn(wrapped);
        return page;
    }
}
