package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.DomainTest;
import io.rollcall.People;
import io.rollcall.audit.AuditEntry;
import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the record says of a link that was asked for at the server's console. */
@DomainTest
@Tag("S43")
class ConsoleResetTests {

    @Autowired
    private Invitations invitations;

    @Autowired
    private Users users;

    @Autowired
    private People people;

    @Autowired
    private AuditLog audit;

    @Test
    void theRecordSaysWhoseLinkItIsAndThatItCameFromTheConsole() {
        var owner = people.owner();

        invitations.issueForOwner(new EmailAddress(owner.email())).orElseThrow();

        var entry = audit.newest(0, 1).getFirst();
        assertThat(entry.kind()).isEqualTo(AuditKind.INVITATION_ISSUED);
        assertThat(entry.subjectId()).contains(owner.id().value());
        assertThat(entry.actorId()).isEmpty();
        assertThat(entry.detail()).contains("at the server's console");
    }

    @Test
    void thatADisabledOwnerIsEnabledByItIsRecordedToo() {
        var owner = people.owner();
        users.disable(people.actor(people.add("Second Owner", Role.ACCOUNT_OWNER)), owner.id());

        invitations.issueForOwner(new EmailAddress(owner.email())).orElseThrow();

        assertThat(audit.newest(0, 3))
                .extracting(AuditEntry::kind)
                .containsExactly(AuditKind.INVITATION_ISSUED, AuditKind.USER_ENABLED, AuditKind.USER_DISABLED);
    }

    @Test
    void whatWasRefusedLeavesNoEntry() {
        var ada = people.add("Ada", Role.USER);
        var before = audit.newest(0, 100).size();

        assertThat(invitations.issueForOwner(new EmailAddress(ada.email()))).isEmpty();

        assertThat(audit.newest(0, 100)).hasSize(before);
    }
}
