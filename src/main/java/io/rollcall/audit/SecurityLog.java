package io.rollcall.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the log {@code rollcall.security} what the audit log records, a line for each entry once it is committed, for those who
 * watch logs. It is the only log with people's names and addresses.
 */
final class SecurityLog {

    private static final Logger log = LoggerFactory.getLogger("rollcall.security");

    private SecurityLog() {}

    /** Writes the line when the running transaction has been committed, and not if it is rolled back. */
    static void writeAfterCommit(AuditEntry entry) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                log.info(line(entry));
            }
        });
    }

    static String line(AuditEntry entry) {
        return new KeyValueLine()
                .word("event", entry.kind())
                .word("at", entry.at())
                .word("actor_id", entry.actorId().orElse(null))
                .text("actor", entry.actor().orElse(null))
                .word("subject_id", entry.subjectId().orElse(null))
                .text("subject", entry.subject().orElse(null))
                .word("ip", entry.ip().orElse(null))
                .text("detail", entry.detail().orElse(null))
                .toString();
    }
}
