package io.rollcall.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One thing that happened: who did what to whom, when (UTC) and from where, in the words of that day. */
@Entity
@Immutable
public class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private Instant at;

    @Enumerated(EnumType.STRING)
    private AuditKind kind;

    private @Nullable Long actorId;
    private @Nullable String actor;
    private @Nullable Long subjectId;
    private @Nullable String subject;
    private @Nullable String ip;
    private @Nullable String detail;

    @SuppressWarnings("NullAway.Init")
    protected AuditEntry() {}

    AuditEntry(
            Instant at,
            AuditKind kind,
            AuditLog.Party actor,
            AuditLog.Party subject,
            @Nullable String ip,
            @Nullable String detail) {
        this.at = at;
        this.kind = kind;
        this.actorId = actor.id();
        this.actor = actor.name();
        this.subjectId = subject.id();
        this.subject = subject.name();
        this.ip = ip;
        this.detail = detail;
    }

    public Instant at() {
        return at;
    }

    public AuditKind kind() {
        return kind;
    }

    public Optional<Long> actorId() {
        return Optional.ofNullable(actorId);
    }

    public Optional<String> actor() {
        return Optional.ofNullable(actor);
    }

    public Optional<Long> subjectId() {
        return Optional.ofNullable(subjectId);
    }

    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    public Optional<String> ip() {
        return Optional.ofNullable(ip);
    }

    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }
}
