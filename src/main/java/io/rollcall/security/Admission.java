package io.rollcall.security;

import io.rollcall.session.Verdict;

/**
 * What becomes of a request at the gate, by its kind, by what its cookie is worth, and by whose pages it would reach. No kind
 * of request reaches pages that belong to a session without that session's valid cookie
 * ({@code docs/decisions/2026-11-28-gate.md}).
 */
enum Admission {
    /** It goes on. */
    PASS,
    /** It goes on with no pages at all, whatever its page cookie names. */
    PASS_WITHOUT_PAGES,
    /** The pages it names are thrown away, and it goes on with new ones. */
    AFRESH,
    /** Flow reads this in an answer to what happened on a page, and goes to the login. */
    REFRESH,
    /** There is no session, or no such page of it. */
    UNAUTHORIZED,
    BAD_REQUEST;

    static Admission of(RequestKind kind, Verdict verdict, Pages pages) {
        return switch (kind) {
            case UNKNOWN -> BAD_REQUEST;
            case STATIC, HEALTH -> PASS_WITHOUT_PAGES;
            case API -> verdict instanceof Verdict.Valid ? PASS_WITHOUT_PAGES : UNAUTHORIZED;
            case ACTUATOR -> verdict instanceof Verdict.Valid ? withOwnPages(pages) : UNAUTHORIZED;
            case PAGE, SIGN_IN, INIT -> withOwnPages(verdict, pages);
            case UIDL -> onPage(verdict, pages, REFRESH);
            case HEARTBEAT, RESOURCE -> onPage(verdict, pages, UNAUTHORIZED);
            case PUSH -> onConnection(verdict, pages);
        };
    }

    private static Admission withOwnPages(Verdict verdict, Pages pages) {
        return switch (verdict) {
            case Verdict.Valid valid -> withOwnPages(pages);
            case Verdict.Ended ended -> withNobodysPages(pages);
            case Verdict.Unknown unknown -> withNobodysPages(pages);
        };
    }

    private static Admission withNobodysPages(Pages pages) {
        return switch (pages) {
            case NONE, OF_NOBODY -> PASS;
            case OWN, OF_ANOTHER -> AFRESH;
        };
    }

    /** For somebody who is signed in: those from before the sign-in, and those of another session, are no more. */
    private static Admission withOwnPages(Pages pages) {
        return switch (pages) {
            case OWN, NONE -> PASS;
            case OF_NOBODY, OF_ANOTHER -> AFRESH;
        };
    }

    private static Admission onPage(Verdict verdict, Pages pages, Admission otherwise) {
        return switch (verdict) {
            case Verdict.Valid valid -> withOwnPages(pages);
            case Verdict.Ended ended -> pages == Pages.OF_NOBODY ? PASS : otherwise;
            case Verdict.Unknown unknown -> pages == Pages.OF_NOBODY ? PASS : otherwise;
        };
    }

    /** With nothing to connect to, a page has to be loaded anew, whoever asks ({@code connection.js}). */
    private static Admission onConnection(Verdict verdict, Pages pages) {
        var connectable = verdict instanceof Verdict.Valid ? Pages.OWN : Pages.OF_NOBODY;
        return pages == connectable ? PASS : UNAUTHORIZED;
    }
}
