package io.rollcall.security;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The tries at passwords, as rows. */
@Component
class Attempts {

    /** Rows of {@code sign_in_lock} that accounts and networks share, by their hash; the one after them is for the times. */
    private static final int SLOTS = 64;

    private final JdbcTemplate jdbc;

    Attempts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Failures that count together, and when the last one was. */
    record Failures(int count, @Nullable Instant last) {}

    /** Waits for everybody who counts tries at this account or from this network, until the running transaction ends. */
    void lock(long account, String network) {
        IntStream.of(slot(Long.hashCode(account)), slot(network.hashCode()))
                .distinct()
                .sorted()
                .forEach(this::lockSlot);
    }

    void lockTimes() {
        lockSlot(SLOTS);
    }

    boolean isKnown(long account, String network, Instant since) {
        return !network.isEmpty()
                && Boolean.TRUE.equals(jdbc.queryForObject(
                        "select exists (select 1 from sign_in_attempt where account = ? and network = ? and at > ? and success)",
                        Boolean.class,
                        account,
                        network,
                        sql(since)));
    }

    Failures failures(long account, Instant since) {
        return failuresWhere("account = ? and at > ?", account, sql(since));
    }

    Failures failuresFrom(String network, Instant since) {
        return failuresWhere("network = ? and at > ?", network, sql(since));
    }

    /** Those from a network that has signed in to the account, after that. */
    Failures failuresSinceSuccess(long account, String network, Instant since) {
        return failuresWhere(
                "account = ? and network = ? and at > ? and id >"
                        + " (select max(id) from sign_in_attempt where account = ? and network = ? and success)",
                account,
                network,
                sql(since),
                account,
                network);
    }

    /** Those of people who are signed in to the account, from wherever, and those from this network. */
    Failures failuresOfSignedIn(long account, String network, Instant since) {
        return failuresWhere("account = ? and at > ? and (signed_in or network = ?)", account, sql(since), network);
    }

    private Failures failuresWhere(String condition, Object... parameters) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*), max(at) from sign_in_attempt where not success and " + condition,
                (row, index) -> {
                    var last = row.getObject(2, OffsetDateTime.class);
                    return new Failures(row.getInt(1), last == null ? null : last.toInstant());
                },
                parameters));
    }

    /** The time of the latest. */
    Optional<Instant> latest() {
        return Optional.ofNullable(jdbc.queryForObject("select max(at) from sign_in_attempt", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    long insert(long account, String network, boolean signedIn, Instant at) {
        var key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var insert = connection.prepareStatement(
                            "insert into sign_in_attempt (account, network, signed_in, at, success) values (?, ?, ?, ?, false)",
                            new String[] {"id"});
                    insert.setLong(1, account);
                    insert.setString(2, network);
                    insert.setBoolean(3, signedIn);
                    insert.setObject(4, sql(at));
                    return insert;
                },
                key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void succeeded(long id) {
        jdbc.update("update sign_in_attempt set success = true where id = ?", id);
    }

    void delete(long id) {
        jdbc.update("delete from sign_in_attempt where id = ?", id);
    }

    void moveBackTo(Instant now) {
        jdbc.update("update sign_in_attempt set at = ? where at > ?", sql(now), sql(now));
    }

    void deleteBefore(Instant failedBefore, Instant anyBefore) {
        jdbc.update("delete from sign_in_attempt where not success and at < ?", sql(failedBefore));
        jdbc.update("delete from sign_in_attempt where at < ?", sql(anyBefore));
    }

    private void lockSlot(int slot) {
        jdbc.queryForObject("select slot from sign_in_lock where slot = ? for update", Integer.class, slot);
    }

    private static int slot(int hash) {
        return Math.floorMod(hash, SLOTS);
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
