package io.rollcall.user;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deletes links whose time is over. One that was issued while the clock ran ahead counts as issued now, as soon as the clock is
 * right again, so that it is good for no longer than any other.
 */
@Component
class InvitationSweeper {

    private final InvitationRepository invitations;
    private final TransactionOperations transaction;
    private final Clock clock;

    InvitationSweeper(InvitationRepository invitations, TransactionOperations transaction, Clock clock) {
        this.invitations = invitations;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "1m", initialDelayString = "1s")
    void sweep() {
        var now = clock.instant();
        transaction.executeWithoutResult(tx -> {
            invitations.shorten(now.plus(Invitation.VALIDITY));
            invitations.deleteOver(now);
        });
    }
}
