package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.rollcall.DomainTest;
import io.rollcall.People;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.AccessDeniedException;

/** Who may do what to whose account. */
@DomainTest
@Tag("S18")
class RoleMatrixTests {

    private static final PageRequest PAGE = PageRequest.of(0, 50);

    /** Allowed; refused; or answered as if there were no such account. */
    private enum Answer {
        YES,
        NO,
        NOBODY
    }

    private interface Deed {
        Optional<?> on(RoleMatrixTests test, Actor actor, User target);
    }

    @Autowired
    private Users users;

    @Autowired
    private Invitations invitations;

    @Autowired
    private People people;

    private User owner;
    private User manager;
    private User user;
    private User customer;

    @BeforeEach
    void onePersonOfEachRole() {
        owner = people.add("Ada Owner", Role.ACCOUNT_OWNER);
        people.add("Bea Owner", Role.ACCOUNT_OWNER);
        manager = people.add("Max Manager", Role.BILLING_MANAGER);
        user = people.add("Ugo User", Role.USER);
        customer = people.add("Cleo Customer", Role.CUSTOMER);
    }

    /** Of each row: the deed, and what an owner, a manager, a user and a customer are told, for each role of the target. */
    static Stream<Arguments> deeds() {
        Deed rename = (t, actor, target) -> t.edit(actor, target, "New Name", email(target), target.role());
        Deed newEmail = (t, actor, target) ->
                t.edit(actor, target, target.name(), new EmailAddress(target.id() + "@example.com"), target.role());
        Deed promote = (t, actor, target) -> t.edit(actor, target, target.name(), email(target), Role.ACCOUNT_OWNER);
        Deed makeManager =
                (t, actor, target) -> t.edit(actor, target, target.name(), email(target), Role.BILLING_MANAGER);
        Deed disable = (t, actor, target) -> t.users.disable(actor, target.id());
        Deed enable = (t, actor, target) -> t.users.enable(actor, target.id());
        Deed invite = (t, actor, target) -> t.invitations.issue(actor, target.id());
        var everybody = List.of(Answer.YES, Answer.YES, Answer.YES, Answer.YES);
        var notOwners = List.of(Answer.NO, Answer.YES, Answer.YES, Answer.YES);
        var nobody = List.of(Answer.NOBODY, Answer.NOBODY, Answer.NOBODY, Answer.NOBODY);
        var refused = List.of(Answer.NO, Answer.NO, Answer.NO, Answer.NO);
        return Stream.of(
                argumentSet("rename", rename, everybody, notOwners, nobody),
                argumentSet("change the email of", newEmail, everybody, notOwners, nobody),
                argumentSet("make an owner of", promote, everybody, refused, nobody),
                argumentSet("make a manager of", makeManager, everybody, notOwners, nobody),
                argumentSet("disable", disable, everybody, notOwners, nobody),
                argumentSet("enable", enable, everybody, notOwners, nobody),
                argumentSet("invite", invite, everybody, notOwners, refused));
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void anAccountOwnerManagesEverybody(Deed deed, List<Answer> owners) {
        assertThat(answers(deed, owner)).isEqualTo(owners);
    }

    @ParameterizedTest
    @MethodSource("deeds")
    @Tag("S20")
    void aBillingManagerManagesEverybodyButOwnersAndMakesNone(Deed deed, List<Answer> owners, List<Answer> managers) {
        assertThat(answers(deed, manager)).isEqualTo(managers);
    }

    @ParameterizedTest
    @MethodSource("deeds")
    @Tag("S19")
    void othersManageNobodyAndCannotTellWhoExists(
            Deed deed, List<Answer> owners, List<Answer> managers, List<Answer> others) {
        for (var person : List.of(user, customer)) {
            var stranger = people.add("Another " + person.role(), person.role());
            assertThat(answers(deed, stranger)).isEqualTo(others);
        }
    }

    @Test
    @Tag("S19")
    void aMissingAccountAnswersLikeAForeignOne() {
        for (var person : List.of(user, customer)) {
            var actor = People.actor(person);
            for (var id : List.of(owner.id(), new UserId(987_654_321))) {
                assertThat(users.edit(actor, id, People.edit(owner, "x", email(owner), Role.USER)))
                        .isEmpty();
                assertThat(users.disable(actor, id)).isEmpty();
                assertThat(users.enable(actor, id)).isEmpty();
                assertThat(answer(() -> invitations.issue(actor, id))).isEqualTo(Answer.NO);
            }
        }
        assertThat(users.disable(People.actor(owner), new UserId(987_654_321))).isEmpty();
    }

    @Test
    void peopleRenameThemselvesAndNothingElse() {
        for (var person : List.of(user, customer)) {
            var actor = People.actor(person);
            var id = person.id();
            assertThat(edit(actor, person, "New Name", email(person), person.role()))
                    .map(User::name)
                    .contains("New Name");
            var other = new EmailAddress("other@example.com");
            assertThat(answer(() -> edit(actor, person, "x", other, person.role())))
                    .isEqualTo(Answer.NO);
            for (var role : Role.values()) {
                assertThat(answer(() -> edit(actor, person, "x", email(person), role)))
                        .isEqualTo(role == person.role() ? Answer.YES : Answer.NO);
            }
            assertThat(answer(() -> users.disable(actor, id))).isEqualTo(Answer.NO);
            assertThat(answer(() -> users.enable(actor, id))).isEqualTo(Answer.NO);
        }
    }

    @Test
    @Tag("S20")
    void aBillingManagerCannotBecomeAnOwner() {
        var actor = People.actor(manager);
        assertThat(answer(() -> edit(actor, manager, manager.name(), email(manager), Role.ACCOUNT_OWNER)))
                .isEqualTo(Answer.NO);
        assertThat(answer(() ->
                        Optional.of(users.add(actor, "x", new EmailAddress("x@example.com"), Role.ACCOUNT_OWNER))))
                .isEqualTo(Answer.NO);
        assertThat(users.current(manager.id()).orElseThrow().role()).isEqualTo(Role.BILLING_MANAGER);
    }

    @Test
    void whoMayAddWhom() {
        for (var actor : List.of(owner, manager, user, customer)) {
            for (var role : Role.values()) {
                var email = new EmailAddress("%s-%s@example.com".formatted(actor.id(), role.ordinal()));
                var expected = actor == owner || actor == manager && role != Role.ACCOUNT_OWNER;
                assertThat(answer(() -> Optional.of(users.add(People.actor(actor), "x", email, role))))
                        .as("%s adds %s", actor.role(), role)
                        .isEqualTo(expected ? Answer.YES : Answer.NO);
            }
        }
    }

    @Test
    void administratorsListEverybodyAndOthersThemselves() {
        for (var administrator : List.of(owner, manager)) {
            assertThat(users.list(People.actor(administrator), "", PAGE)).hasSize(5);
            assertThat(users.count(People.actor(administrator), "")).isEqualTo(5);
        }
        for (var person : List.of(user, customer)) {
            for (var search : List.of("", "owner")) {
                assertThat(users.list(People.actor(person), search, PAGE)).containsExactly(person);
                assertThat(users.list(People.actor(person), search, PAGE.next()))
                        .isEmpty();
                assertThat(users.count(People.actor(person), search)).isEqualTo(1);
            }
        }
    }

    private List<Answer> answers(Deed deed, User actor) {
        return Stream.of(owner, manager, user, customer)
                .map(target -> answer(() -> deed.on(this, People.actor(actor), target)))
                .toList();
    }

    /** By somebody who sees the account as it is now. */
    private Optional<User> edit(Actor actor, User target, String name, EmailAddress email, Role role) {
        var seen = users.current(target.id()).orElseThrow();
        return users.edit(actor, target.id(), People.edit(seen, name, email, role))
                .map(edited -> switch (edited) {
                    case Edited.Saved(var user) -> user;
                    case Edited.Overtaken overtaken -> throw new AssertionError(overtaken);
                });
    }

    private static Answer answer(Supplier<Optional<?>> deed) {
        try {
            return deed.get().isPresent() ? Answer.YES : Answer.NOBODY;
        } catch (AccessDeniedException e) {
            return Answer.NO;
        }
    }

    private static EmailAddress email(User user) {
        return new EmailAddress(user.email());
    }
}
