package io.rollcall.audit;

import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

/** Entries are written and read, never changed. */
interface AuditEntries extends Repository<AuditEntry, Long> {

    void save(AuditEntry entry);

    List<AuditEntry> findAllByOrderByAtDescIdDesc(Pageable page);
}
