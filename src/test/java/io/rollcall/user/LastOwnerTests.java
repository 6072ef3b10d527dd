package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rollcall.DomainTest;
import io.rollcall.People;
import io.rollcall.Simultaneously;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;

@DomainTest
@Tag("S8")
class LastOwnerTests {

    @Autowired
    private Users users;

    @Autowired
    private UserRepository repository;

    @Autowired
    private People people;

    @Test
    void theLastEnabledOwnerCanBeNeitherDisabledNorDemoted() {
        var owner = people.owner();
        var disabled = people.add("Former Owner", Role.ACCOUNT_OWNER);
        users.disable(People.actor(owner), disabled.id());

        assertThatExceptionOfType(LastOwnerException.class)
                .isThrownBy(() -> users.disable(People.actor(owner), owner.id()));
        assertThatExceptionOfType(LastOwnerException.class).isThrownBy(() -> demote(owner, owner));
        assertThat(enabledOwners()).containsExactly(owner);
    }

    @Test
    void aDisabledOwnerMayBeDemotedWhoeverIsLeft() {
        var owner = people.owner();
        var other = people.add("Former Owner", Role.ACCOUNT_OWNER);
        users.disable(People.actor(owner), other.id());

        assertThat(demote(owner, other)).map(User::role).contains(Role.USER);
    }

    @RepeatedTest(20)
    void twoOwnersWhoDemoteEachOtherAtOnceLeaveOne() throws Exception {
        var ada = people.add("Ada Owner", Role.ACCOUNT_OWNER);
        var bea = people.add("Bea Owner", Role.ACCOUNT_OWNER);
        oneOfTwoSucceeds(() -> demote(ada, bea), () -> demote(bea, ada));
    }

    @RepeatedTest(20)
    void twoOwnersWhoResignAtOnceLeaveOne() throws Exception {
        var ada = people.add("Ada Owner", Role.ACCOUNT_OWNER);
        var bea = people.add("Bea Owner", Role.ACCOUNT_OWNER);
        oneOfTwoSucceeds(() -> users.disable(People.actor(ada), ada.id()), () -> demote(bea, bea));
    }

    private void oneOfTwoSucceeds(Callable<Optional<User>> first, Callable<Optional<User>> second) throws Exception {
        var outcomes = Simultaneously.run(List.of(first, second));

        assertThat(enabledOwners()).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> outcome.failure() == null).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.failure() != null)
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(LastOwnerException.class));
    }

    private Optional<User> demote(User by, User target) {
        var edit = People.edit(target, target.name(), target.profile().email(), Role.USER);
        return users.edit(People.actor(by), target.id(), edit).flatMap(edited -> users.current(target.id()));
    }

    private List<User> enabledOwners() {
        return repository.findAllContaining(List.of(), Pageable.unpaged()).stream()
                .filter(User::isEnabledOwner)
                .toList();
    }
}
