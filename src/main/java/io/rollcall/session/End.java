package io.rollcall.session;

import io.rollcall.user.User;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a session ended.
 *
 * @param by who ended it, or null when no person did
 */
@Embeddable
record End(
        @Column(name = "ended_at") Instant at,

        @Enumerated(EnumType.STRING) @Column(name = "end_reason")
        EndReason reason,

        @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "ended_by") @Nullable
        User by) {}
