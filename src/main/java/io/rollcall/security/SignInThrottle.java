package io.rollcall.security;

import io.rollcall.text.OutsideText;
import io.rollcall.user.EmailAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows repeated failures down: per account after five, per address after twenty, twice as long each time, up to five minutes.
 * From an address that has signed in to the account before, only that address's own failures count, so that others' guesses
 * do not lock the owner out. Unknown accounts are treated like known ones. Every try counts as failed until it has succeeded,
 * so that many at once count too.
 */
@Component
class SignInThrottle {

    static final int FREE_PER_ACCOUNT = 5;
    static final int FREE_PER_ADDRESS = 20;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration KNOWN_ADDRESS = Duration.ofDays(90);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    SignInThrottle(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Failures(int count, @Nullable Instant last) {}

    /**
     * Notes a try.
     *
     * @param email as typed
     * @param ip the canonical address, or null
     * @return its id, for {@link #succeeded}
     * @throws ThrottledException when it comes too early to be looked at
     */
    @Transactional
    public long begin(String email, @Nullable String ip) {
        var account = canonical(email);
        var address = ip == null ? "" : ip;
        var now = clock.instant();
        var since = sql(now.minus(WINDOW));
        var ofAccount = isKnown(account, address, now)
                ? failures(
                        "email = ? and ip = ? and at > ? and id > (select max(id) from sign_in_attempt where email = ? and ip = ? and success)",
                        account,
                        address,
                        since,
                        account,
                        address)
                : failures("email = ? and at > ?", account, since);
        refuseUntil(ofAccount, FREE_PER_ACCOUNT, now);
        if (!address.isEmpty()) {
            refuseUntil(failures("ip = ? and at > ?", address, since), FREE_PER_ADDRESS, now);
        }
        return insert(account, address, now);
    }

    /** Notes that a try was right after all. */
    @Transactional
    public void succeeded(long id) {
        jdbc.update("update sign_in_attempt set success = true where id = ?", id);
    }

    @Scheduled(fixedDelayString = "1h", initialDelayString = "5m")
    void purge() {
        var now = clock.instant();
        jdbc.update("delete from sign_in_attempt where not success and at < ?", sql(now.minus(WINDOW)));
        jdbc.update("delete from sign_in_attempt where at < ?", sql(now.minus(KNOWN_ADDRESS)));
    }

    private boolean isKnown(String account, String address, Instant now) {
        return !address.isEmpty()
                && Boolean.TRUE.equals(jdbc.queryForObject(
                        "select exists (select 1 from sign_in_attempt where email = ? and ip = ? and at > ? and success)",
                        Boolean.class,
                        account,
                        address,
                        sql(now.minus(KNOWN_ADDRESS))));
    }

    private Failures failures(String condition, Object... parameters) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*), max(at) from sign_in_attempt where not success and " + condition,
                (row, index) -> {
                    var last = row.getObject(2, OffsetDateTime.class);
                    return new Failures(row.getInt(1), last == null ? null : last.toInstant());
                },
                parameters));
    }

    private static void refuseUntil(Failures failures, int free, Instant now) {
        if (failures.last == null || failures.count < free) {
            return;
        }
        var seconds = Math.min(LONGEST_WAIT.toSeconds(), 1L << Math.min(failures.count - free, 20));
        var left = Duration.between(now, failures.last.plusSeconds(seconds));
        if (left.isPositive()) {
            throw new ThrottledException(left);
        }
    }

    private long insert(String account, String address, Instant now) {
        var key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var insert = connection.prepareStatement(
                            "insert into sign_in_attempt (email, ip, at, success) values (?, ?, ?, false)",
                            new String[] {"id"});
                    insert.setString(1, account);
                    insert.setString(2, address);
                    insert.setObject(3, sql(now));
                    return insert;
                },
                key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    private static String canonical(String email) {
        return EmailAddress.parse(email)
                .map(EmailAddress::text)
                .orElseGet(() -> OutsideText.of(email.strip().toLowerCase(Locale.ROOT), 254));
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
