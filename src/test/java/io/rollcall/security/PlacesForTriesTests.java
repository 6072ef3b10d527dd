package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.rollcall.audit.AuditKind;
import io.rollcall.audit.AuditLog;
import io.rollcall.user.HashingBusyException;
import io.rollcall.user.Passwords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

/** Who waits for a place to have a password looked at, and for how long. */
@Tag("S56")
class PlacesForTriesTests {

    private static final int PLACES = 2;
    private static final int WAITING = 3;

    private final Semaphore begun = new Semaphore(0);
    private final Semaphore allowed = new Semaphore(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        allowed.release(1_000);
        threads.close();
    }

    @Test
    void someWaitForAPlaceUntilTheyGetOneAndOthersAreRefusedAtOnce() throws Exception {
        var tries = tries(Duration.ofMinutes(5));
        var answers = new ArrayList<Future<Optional<String>>>();
        for (var i = 0; i < PLACES; i++) {
            answers.add(threads.submit(aTryOf(tries)));
        }
        begun.acquire(PLACES);
        for (var i = 0; i < WAITING; i++) {
            answers.add(threads.submit(aTryOf(tries)));
        }
        await().until(() -> tries.waiting() == WAITING);

        assertRefused(tries);

        assertThat(begun.tryAcquire()).as("those who wait have not begun").isFalse();
        allowed.release(PLACES + WAITING);
        for (var answer : answers) {
            assertThat(answer.get()).contains("in");
        }
    }

    @Test
    void whoeverHasWaitedForLongEnoughIsRefused() throws Exception {
        var tries = tries(Duration.ofMillis(10));
        for (var i = 0; i < PLACES; i++) {
            threads.submit(aTryOf(tries));
        }
        begun.acquire(PLACES);

        assertRefused(tries);
    }

    private void assertRefused(PasswordTries tries) {
        var refused = threads.submit(aTryOf(tries));
        await().until(refused::isDone);
        assertThat(refused.exceptionNow()).isInstanceOf(HashingBusyException.class);
    }

    private PasswordTries tries(Duration patience) {
        var passwords = mock(Passwords.class);
        when(passwords.atOnce()).thenReturn(PLACES);
        return new PasswordTries(
                passwords,
                mock(SignInThrottle.class),
                mock(AuditLog.class),
                TransactionOperations.withoutTransaction(),
                patience,
                WAITING);
    }

    /** One that is looked at until it is allowed to succeed. */
    private Callable<Optional<String>> aTryOf(PasswordTries tries) {
        var tried = new PasswordTries.Try(
                new TriedAccounts.Account(1, AuditLog.Party.NOBODY),
                null,
                AuditLog.Party.NOBODY,
                AuditKind.SIGN_IN_FAILED);
        return () -> tries.attempt(() -> tried, () -> {
            begun.release();
            allowed.acquireUninterruptibly();
            return Optional.of("in");
        });
    }
}
