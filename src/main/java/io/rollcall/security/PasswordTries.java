package io.rollcall.security;

import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.user.HashingBusyException;
import io.rollcall.user.Passwords;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lets somebody try a password, wherever it is asked for: one try is one count, one hash and, if it fails, one audit entry. */
@Component
class PasswordTries {

    /** As many as are counted at once, so that in a flood of tries others find a connection to the database, and the time of a core. */
    private static final int AT_ONCE = 2;

    private static final Duration LONGEST_TURN = Duration.ofSeconds(3);

    /** As long as a place is waited for; so whoever tries without a pause gets one made. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** As many as wait for a place; what is more is refused at once. */
    private static final int WAITING = 500;

    private final SignInThrottle throttle;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final Semaphore places;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Duration patience;
    private final int mostWaiting;

    @Autowired
    PasswordTries(Passwords passwords, SignInThrottle throttle, AuditLog audit, TransactionOperations transaction) {
        this(passwords, throttle, audit, transaction, PATIENCE, WAITING);
    }

    PasswordTries(
            Passwords passwords,
            SignInThrottle throttle,
            AuditLog audit,
            TransactionOperations transaction,
            Duration patience,
            int mostWaiting) {
        this.throttle = throttle;
        this.audit = audit;
        this.transaction = transaction;
        this.places = new Semaphore(passwords.atOnce(), true);
        this.patience = patience;
        this.mostWaiting = mostWaiting;
    }

    /**
     * What is tried.
     *
     * @param account whose password
     * @param ip the canonical address that it comes from, or null
     * @param by who is signed in to the account already, or nobody
     * @param failure how the audit log calls a wrong password
     */
    record Try(TriedAccounts.Account account, @Nullable String ip, AuditLog.Party by, AuditKind failure) {

        boolean isSignedIn() {
            return !by.equals(AuditLog.Party.NOBODY);
        }
    }

    /** One that has been counted, by the id that the throttle gave it. */
    private record Counted(Try tried, long id) {}

    /**
     * Counts the try and lets it be looked at. What there is no place for is refused before it costs anything.
     *
     * @param find finds what is tried, once there is a place for it
     * @param check answers with nothing when the password is wrong
     * @return what the check answers
     * @throws ThrottledException when it comes too early
     * @throws HashingBusyException when too many wait; it does not count then
     */
    <T> Optional<T> attempt(Supplier<Try> find, Supplier<Optional<T>> check) {
        if (waiting() >= mostWaiting) {
            throw new HashingBusyException();
        }
        take(places, patience);
        try {
            return lookAt(count(find), check);
        } finally {
            places.release();
        }
    }

    private Counted count(Supplier<Try> find) {
        take(turns, LONGEST_TURN);
        try {
            var tried = find.get();
            return new Counted(tried, throttle.begin(tried.account, tried.ip, tried.isSignedIn()));
        } finally {
            turns.release();
        }
    }

    private <T> Optional<T> lookAt(Counted counted, Supplier<Optional<T>> check) {
        Optional<T> answer;
        try {
            answer = check.get();
        } catch (HashingBusyException e) {
            throttle.withdraw(counted.id);
            throw e;
        }
        if (answer.isPresent()) {
            throttle.succeeded(counted.id);
        } else {
            var tried = counted.tried;
            transaction.executeWithoutResult(
                    tx -> audit.append(tried.failure, tried.by, tried.account.party(), tried.ip, null));
        }
        return answer;
    }

    /** How many wait for a place at this moment. */
    int waiting() {
        return places.getQueueLength();
    }

    private static void take(Semaphore permits, Duration longest) {
        try {
            if (!permits.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new HashingBusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HashingBusyException();
        }
    }
}
