package io.rollcall.security;

import io.rollcall.location.ClientAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Slows repeated failures down, wherever a password is asked for: per account after five, per network (an IPv4 address, a /64 of
 * IPv6) after twenty, twice as long each time, up to five minutes. From a network that has signed in to the account before, only
 * that network's own failures count, so that others' guesses do not lock the owner out; of whoever is signed in to the account
 * already, only their own and those of people like them. Emails that nobody has are treated like those of accounts.
 *
 * <p>A try counts as failed from before it is looked at until it has succeeded, and tries that count together are counted one
 * after the other, on all nodes: {@code docs/decisions/2026-11-28-tries-at-passwords.md}
 */
@Component
class SignInThrottle {

    static final int FREE_PER_ACCOUNT = 5;
    static final int FREE_PER_NETWORK = 20;
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final Duration KNOWN_NETWORK = Duration.ofDays(90);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** Later than that is no node's clock that ticks a little before another's, but one that was wrong. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Attempts attempts;
    private final TransactionOperations transaction;
    private final Clock clock;

    SignInThrottle(Attempts attempts, TransactionOperations transaction, Clock clock) {
        this.attempts = attempts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Notes a try.
     *
     * @param ip the canonical address, or null
     * @param signedIn whether the person is signed in to the account already
     * @return its id, for {@link #succeeded} and {@link #withdraw}
     * @throws ThrottledException when it comes too early to be looked at
     */
    long begin(TriedAccounts.Account account, @Nullable String ip, boolean signedIn) {
        var network = ClientAddress.parse(ip).map(ClientAddress::network).orElse("");
        correctTimes();
        return Objects.requireNonNull(transaction.execute(tx -> count(account.number(), network, signedIn)));
    }

    /** Notes that a try was right after all. */
    void succeeded(long id) {
        attempts.succeeded(id);
    }

    /** Takes a try back that nobody has looked at. */
    void withdraw(long id) {
        attempts.delete(id);
    }

    @Scheduled(fixedDelayString = "1h", initialDelayString = "5m")
    void purge() {
        var now = clock.instant();
        attempts.deleteBefore(now.minus(WINDOW), now.minus(KNOWN_NETWORK));
    }

    private long count(long account, String network, boolean signedIn) {
        attempts.lock(account, network);
        var now = clock.instant();
        var since = now.minus(WINDOW);
        var failures = signedIn
                ? attempts.failuresOfSignedIn(account, network, since)
                : attempts.isKnown(account, network, now.minus(KNOWN_NETWORK))
                        ? attempts.failuresSinceSuccess(account, network, since)
                        : attempts.failures(account, since);
        refuseUntil(failures, FREE_PER_ACCOUNT, now);
        if (!network.isEmpty()) {
            refuseUntil(attempts.failuresFrom(network, since), FREE_PER_NETWORK, now);
        }
        return attempts.insert(account, network, signedIn, now);
    }

    private static void refuseUntil(Attempts.Failures failures, int free, Instant now) {
        if (failures.last() == null || failures.count() < free) {
            return;
        }
        var seconds = Math.min(LONGEST_WAIT.toSeconds(), 1L << Math.min(failures.count() - free, 20));
        var last = failures.last().isAfter(now) ? now : failures.last();
        var left = Duration.between(now, last.plusSeconds(seconds));
        if (left.isPositive()) {
            throw new ThrottledException(left);
        }
    }

    /** After a clock that ran ahead has been set back: what is later than now counts from now on. */
    private void correctTimes() {
        var now = clock.instant();
        if (attempts.latest().filter(now.plus(TICK)::isBefore).isPresent()) {
            transaction.executeWithoutResult(tx -> {
                attempts.lockTimes();
                attempts.moveBackTo(now);
            });
        }
    }
}
