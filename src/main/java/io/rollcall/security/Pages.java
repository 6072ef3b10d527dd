package io.rollcall.security;

import io.rollcall.session.Verdict;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose pages a request would reach: those in the {@code HttpSession} that its page cookie names. */
enum Pages {
    NONE,
    /** From before any sign-in, such as the login page. */
    OF_NOBODY,
    /** Those of the session whose valid cookie came with the request. */
    OWN,
    OF_ANOTHER;

    static Pages of(@Nullable HttpSession pages, Verdict verdict) {
        if (pages == null) {
            return NONE;
        }
        return Optional.ofNullable(PageOwner.of(pages))
                .map(owner -> verdict instanceof Verdict.Valid(var session)
                                && session.id().equals(owner)
                        ? OWN
                        : OF_ANOTHER)
                .orElse(OF_NOBODY);
    }
}
