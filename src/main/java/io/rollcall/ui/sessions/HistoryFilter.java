package io.rollcall.ui.sessions;

import io.rollcall.directory.SessionQuery;
import io.rollcall.session.SessionStatus;
import io.rollcall.ui.shell.Badge;
import java.util.Arrays;
import java.util.Locale;

/** Which ended sessions are shown. */
enum HistoryFilter {
    ALL,
    EXPIRED,
    TERMINATED;

    /** What an address says; anything else than one of them is all. */
    static HistoryFilter of(String inAddress) {
        return Arrays.stream(values())
                .filter(filter -> filter.inAddress().equals(inAddress))
                .findFirst()
                .orElse(ALL);
    }

    /** As addresses carry it; all are not mentioned. */
    String inAddress() {
        return this == ALL ? "" : name().toLowerCase(Locale.ROOT);
    }

    SessionQuery query() {
        return this == ALL ? SessionQuery.history() : SessionQuery.history().withStatus(status());
    }

    String key() {
        return this == ALL ? "history.all" : Badge.key(status());
    }

    private SessionStatus status() {
        return SessionStatus.valueOf(name());
    }
}
