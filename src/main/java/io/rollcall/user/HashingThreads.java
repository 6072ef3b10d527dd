package io.rollcall.user;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hashes passwords, which is nothing but work: as many at once as there are cores, on threads of its own, whatever thread asks.
 * A bounded number waits for a bounded time; what is more is refused, so that a flood of sign-ins keeps nobody else waiting.
 * {@code docs/decisions/2026-11-28-tries-at-passwords.md}
 */
class HashingThreads implements PasswordEncoder, DisposableBean {

    static final int WAITING_PER_CORE = 8;

    private final PasswordEncoder encoder;
    private final Duration longestWait;
    private final ThreadPoolExecutor threads;

    HashingThreads(PasswordEncoder encoder) {
        this(encoder, Runtime.getRuntime().availableProcessors(), HashingBusyException.RETRY_AFTER);
    }

    HashingThreads(PasswordEncoder encoder, int cores, Duration longestWait) {
        this.encoder = encoder;
        this.longestWait = longestWait;
        threads = new ThreadPoolExecutor(
                cores,
                cores,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING_PER_CORE * cores),
                Thread.ofPlatform().daemon().name("hashing-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** @throws HashingBusyException when too many wait */
    @Override
    public String encode(@Nullable CharSequence password) {
        return hash(() -> Objects.requireNonNull(encoder.encode(normal(password))));
    }

    /** @throws HashingBusyException when too many wait */
    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return hash(() -> encoder.matches(normal(password), hash));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** How many may be hashed or wait for it at once. */
    int places() {
        return threads.getCorePoolSize() * (1 + WAITING_PER_CORE);
    }

    /** How many wait at this moment. */
    int waiting() {
        return threads.getQueue().size();
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private static @Nullable String normal(@Nullable CharSequence password) {
        return password == null ? null : PasswordRules.normal(password);
    }

    private <T> T hash(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A connection to the database must not wait for a password to be hashed");
        }
        var task = new FutureTask<T>(work::get);
        try {
            threads.execute(task);
            return await(task);
        } catch (RejectedExecutionException e) {
            throw new HashingBusyException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HashingBusyException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A password could not be hashed", e.getCause());
        }
    }

    private <T> T await(FutureTask<T> task) throws InterruptedException, ExecutionException {
        try {
            return task.get(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // What has begun is waited for, unless it never will.
            if (threads.remove(task) || threads.isShutdown()) {
                throw new HashingBusyException();
            }
            return task.get();
        }
    }
}
