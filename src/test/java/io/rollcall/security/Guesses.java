package io.rollcall.security;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rollcall.audit.AuditLog;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody guesses: tries that nobody finds right, and how long the throttle makes them wait. */
record Guesses(SignInThrottle throttle, JdbcTemplate jdbc) {

    void fail(int times, long account, String ip) {
        for (var i = 0; i < times; i++) {
            begin(account, ip);
        }
    }

    long begin(long account, String ip) {
        return throttle.begin(account(account), ip, false);
    }

    Duration waitFor(long account, String ip) {
        return catchThrowableOfType(ThrottledException.class, () -> begin(account, ip))
                .waitFor();
    }

    int rows() {
        return jdbc.queryForObject("select count(*) from sign_in_attempt", Integer.class);
    }

    static TriedAccounts.Account account(long number) {
        return new TriedAccounts.Account(number, AuditLog.Party.NOBODY);
    }
}
