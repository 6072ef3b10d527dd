package io.rollcall.audit;

import io.rollcall.text.OutsideText;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The append-only record of what people did. */
@Service
public class AuditLog {

    private final AuditEntries entries;
    private final Clock clock;

    AuditLog(AuditEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Somebody named in an entry.
     *
     * @param id the user's id, if it is one
     * @param name what that person was called then, cut at 254 characters
     */
    public record Party(@Nullable Long id, @Nullable String name) {

        public static final Party NOBODY = new Party(null, null);

        public Party {
            name = cut(name, 254);
        }
    }

    /**
     * Adds an entry to the running transaction, so that it stands, and is told to the log, if and only if what it records does.
     *
     * @param ip the canonical address that it came from, if there is one
     * @param detail what else to know, cut at 500 characters; never a secret
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(AuditKind kind, Party actor, Party subject, @Nullable String ip, @Nullable String detail) {
        var now = clock.instant();
        var entry = new AuditEntry(now, kind, actor, subject, ip, cut(detail, 500));
        entries.save(entry);
        SecurityLog.writeAfterCommit(entry);
    }

    /** A page of entries, newest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> newest(int page, int size) {
        return entries.findAllByOrderByAtDescIdDesc(PageRequest.of(page, size));
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null ? null : OutsideText.of(text, length);
    }
}
