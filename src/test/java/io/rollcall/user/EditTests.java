package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rollcall.DomainTest;
import io.rollcall.Generator;
import io.rollcall.People;
import io.rollcall.Simultaneously;
import io.rollcall.audit.AuditEntry;
import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.user.Profile.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.access.AccessDeniedException;

/** An edit writes what a person changed and nothing else; what two have changed, the second decides with open eyes. */
@DomainTest
@Tag("S67")
@ExtendWith(OutputCaptureExtension.class)
class EditTests {

    @Autowired
    private Users users;

    @Autowired
    private AuditLog audit;

    @Autowired
    private People people;

    private User owner;
    private User manager;
    private User ada;
    private Profile seen;

    @BeforeEach
    void adaAsTwoPeopleSeeHer() {
        owner = people.owner();
        manager = people.add("Max Manager", Role.BILLING_MANAGER);
        ada = people.add("Ada", Role.BILLING_MANAGER);
        seen = ada.profile();
    }

    /** Tried: somebody saves another name in a dialog from before the role was taken away, and gives it back. */
    @Test
    void savingANameGivesNoRoleBackThatSomebodyElseHasTakenAway() {
        edit(owner, seen, role(Role.USER));
        assertThat(edit(manager, seen, name("Ada King"))).isInstanceOf(Edited.Saved.class);
        assertThat(now()).isEqualTo(new Profile("Ada King", seen.email(), Role.USER));
    }

    @Test
    void whatOneDidNotTouchIsNotAuthorizedAsAChange() {
        edit(owner, seen, role(Role.CUSTOMER));
        edit(owner, seen, email("right@example.com"));
        var herself = People.actor(users.current(ada.id()).orElseThrow());
        assertThat(users.edit(herself, ada.id(), new ProfileEdit(seen, name("Ada King"))))
                .isPresent();
        assertThat(now()).isEqualTo(new Profile("Ada King", new EmailAddress("right@example.com"), Role.CUSTOMER));
    }

    @Test
    void whoMayNotManageAnAccountAnyMoreChangesNothingOfIt() {
        edit(owner, seen, role(Role.ACCOUNT_OWNER));
        for (var wished : List.of(name("Eve"), email("eve@example.com"), role(Role.USER))) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> edit(manager, seen, wished));
        }
        assertThat(now()).isEqualTo(role(Role.ACCOUNT_OWNER));
    }

    @Test
    void whatBothHaveChangedIsToldAndNothingIsWritten() {
        edit(owner, seen, new Profile("Ada King", seen.email(), Role.USER));
        var entries = edits();
        var outcome =
                edit(manager, seen, new Profile("Ada Byron", new EmailAddress("byron@example.com"), Role.CUSTOMER));
        var now = new Profile("Ada King", seen.email(), Role.USER);
        assertThat(outcome).isEqualTo(new Edited.Overtaken(now, Set.of(Field.NAME, Field.ROLE)));
        assertThat(now()).isEqualTo(now);
        assertThat(edits()).isEqualTo(entries);
    }

    @Test
    void whoHasSeenItDecides() {
        edit(owner, seen, new Profile("Ada King", new EmailAddress("king@example.com"), seen.role()));
        var overtaken = (Edited.Overtaken) edit(manager, seen, name("Ada Byron"));
        var looked = overtaken.seenAfter(seen);
        assertThat(edit(manager, looked, new Profile("Ada Byron", seen.email(), seen.role())))
                .isInstanceOf(Edited.Saved.class);
        assertThat(now())
                .as("the email that only the other changed stays")
                .isEqualTo(new Profile("Ada Byron", new EmailAddress("king@example.com"), seen.role()));
    }

    @Test
    void whoHasSeenItIsToldAgainWhenItChangesAgain() {
        edit(owner, seen, name("Ada King"));
        var looked = ((Edited.Overtaken) edit(manager, seen, name("Ada Byron"))).seenAfter(seen);
        edit(owner, now(), name("Ada Lovelace"));
        assertThat(edit(manager, looked, name("Ada Byron")))
                .isEqualTo(new Edited.Overtaken(name("Ada Lovelace"), Set.of(Field.NAME)));
    }

    @Test
    void whatBothHaveChangedToTheSameIsNoQuestion() {
        edit(owner, seen, role(Role.USER));
        var entries = edits();
        assertThat(edit(manager, seen, role(Role.USER))).isInstanceOf(Edited.Saved.class);
        assertThat(edits()).isEqualTo(entries);
    }

    @Test
    void anEditThatChangesNothingLeavesNoEntry() {
        edit(owner, seen, role(Role.USER));
        var entries = edits();
        assertThat(edit(manager, seen, seen)).isInstanceOf(Edited.Saved.class);
        assertThat(now()).isEqualTo(role(Role.USER));
        assertThat(edits()).isEqualTo(entries);
    }

    @Test
    @Tag("S43")
    void theEntrySaysWhatBecameWhat() {
        edit(owner, seen, role(Role.USER));
        edit(manager, seen, name("Ada King"));
        edit(owner, now(), new Profile("Ada", new EmailAddress("ada.king@example.com"), Role.ACCOUNT_OWNER));
        assertThat(edits())
                .containsExactly(
                        "Olivia Owner: ROLE: USER -> ACCOUNT_OWNER, EMAIL: ada@example.com -> ada.king@example.com,"
                                + " NAME: Ada King -> Ada",
                        "Max Manager: NAME: Ada -> Ada King",
                        "Olivia Owner: ROLE: BILLING_MANAGER -> USER");
    }

    @Test
    @Tag("S60")
    void theLogTellsTheNewRoleHoweverLongTheNames(CapturedOutput output) {
        edit(owner, seen, name("\u00C4".repeat(PersonName.LONGEST)));
        edit(owner, now(), new Profile("\u00D6".repeat(PersonName.LONGEST), seen.email(), Role.ACCOUNT_OWNER));
        assertThat(output).containsPattern("event=USER_EDITED .* detail=\"ROLE: BILLING_MANAGER -> ACCOUNT_OWNER, ");
    }

    @RepeatedTest(10)
    void ofTwoWhoChangeTheSameAtOnceOneIsTold() throws Exception {
        Callable<Edited> one = () -> edit(owner, seen, role(Role.USER));
        Callable<Edited> other = () -> edit(manager, seen, role(Role.CUSTOMER));
        var outcomes = Simultaneously.run(List.of(one, other));
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
        var isFirst = outcomes.getFirst().value() instanceof Edited.Saved;
        assertThat(now()).isEqualTo(role(isFirst ? Role.USER : Role.CUSTOMER));
        assertThat(outcomes.get(isFirst ? 1 : 0).value()).isEqualTo(new Edited.Overtaken(now(), Set.of(Field.ROLE)));
    }

    @RepeatedTest(10)
    void ofTwoWhoChangeDifferentThingsAtOnceBothSucceed() throws Exception {
        Callable<Edited> one = () -> edit(owner, seen, role(Role.USER));
        Callable<Edited> other = () -> edit(manager, seen, name("Ada King"));
        assertThat(Simultaneously.run(List.of(one, other)))
                .allSatisfy(outcome -> assertThat(outcome.value()).isInstanceOf(Edited.Saved.class));
        assertThat(now()).isEqualTo(new Profile("Ada King", seen.email(), Role.USER));
    }

    /** Nothing but what is changed is ever written, and nothing that somebody has not seen is ever overwritten. */
    @Test
    void inAnyHistoryEachFieldHoldsWhatItsLastSaverWished() {
        Generator.tries(100, any -> {
            var dialogs = new ArrayList<Profile>();
            for (var step = 0; step < 6; step++) {
                dialogs.add(now());
                var before = now();
                var opened = any.pick(dialogs);
                var wished = wish(any, opened);
                var outcome = edit(owner, opened, wished);
                var changed = opened.differences(wished);
                switch (outcome) {
                    case Edited.Saved saved -> {
                        assertThat(before.differences(now())).isSubsetOf(changed);
                        assertThat(wished.differences(now()))
                                .filteredOn(changed::contains)
                                .isEmpty();
                    }
                    case Edited.Overtaken(var now, var fields) -> {
                        assertThat(now()).isEqualTo(before).isEqualTo(now);
                        assertThat(fields).isNotEmpty().isSubsetOf(changed).isSubsetOf(opened.differences(before));
                    }
                }
            }
        });
    }

    private static Profile wish(Generator any, Profile opened) {
        return new Profile(
                any.nextBoolean() ? opened.name() : "Ada " + any.nextInt(3),
                any.nextBoolean() ? opened.email() : new EmailAddress("ada" + any.nextInt(3) + "@example.com"),
                any.nextBoolean() ? opened.role() : any.pick(Role.values()));
    }

    private Edited edit(User by, Profile opened, Profile wished) {
        return users.edit(People.actor(by), ada.id(), new ProfileEdit(opened, wished))
                .orElseThrow();
    }

    private Profile name(String name) {
        return new Profile(name, seen.email(), seen.role());
    }

    private Profile email(String email) {
        return new Profile(seen.name(), new EmailAddress(email), seen.role());
    }

    private Profile role(Role role) {
        return new Profile(seen.name(), seen.email(), role);
    }

    private Profile now() {
        return users.current(ada.id()).orElseThrow().profile();
    }

    private List<String> edits() {
        return audit.newest(0, 1_000).stream()
                .filter(entry -> entry.kind() == AuditKind.USER_EDITED)
                .map(EditTests::text)
                .toList();
    }

    private static String text(AuditEntry entry) {
        return entry.actor().orElseThrow() + ": " + entry.detail().orElseThrow();
    }
}
