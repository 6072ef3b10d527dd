package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Tag("S56")
class HashingThreadsTests {

    private static final int CORES = 2;
    private static final int PLACES = CORES + CORES * HashingThreads.WAITING_PER_CORE;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final SlowEncoder slow = new SlowEncoder();
    private HashingThreads threads = new HashingThreads(slow, CORES, LONG);

    @AfterEach
    void end() {
        slow.allowed.release(1_000);
        threads.destroy();
    }

    @Test
    void asManyAreHashedAtOnceAsThereAreCoresSomeWaitAndTheOthersAreRefusedAtOnce() {
        var asked = ask(PLACES);
        await().until(() -> slow.running.get() == CORES);

        assertThat(threads.places()).isEqualTo(PLACES);
        assertThatExceptionOfType(HashingBusyException.class).isThrownBy(() -> threads.encode("one more"));
        assertThatExceptionOfType(HashingBusyException.class).isThrownBy(() -> threads.matches("one more", "hash"));

        slow.allowed.release(PLACES);
        assertThat(asked.stream().map(CompletableFuture::join))
                .containsOnly("hash")
                .hasSize(PLACES);
        assertThat(slow.mostAtOnce).hasValue(CORES);
        slow.allowed.release();
        assertThat(threads.encode("there is room again")).isEqualTo("hash");
    }

    @Test
    void itIsDoneOnPlatformThreadsOfItsOwnWhoeverAsks() throws Exception {
        slow.allowed.release(1);
        try (var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(virtual.submit(() -> threads.encode("password")).get()).isEqualTo("hash");
        }
        assertThat(slow.thread.isVirtual()).isFalse();
        assertThat(slow.thread.getName()).startsWith("hashing-");
        assertThat(slow.thread.isDaemon()).isTrue();
    }

    @Test
    void whoeverWaitsForTooLongIsRefusedAndNeverHashed() {
        threads.destroy();
        threads = new HashingThreads(slow, 1, Duration.ofMillis(50));
        var running = ask(1).getFirst();
        await().until(() -> slow.running.get() == 1);

        assertThatExceptionOfType(HashingBusyException.class).isThrownBy(() -> threads.encode("waits"));

        slow.allowed.release(10);
        assertThat(running.join())
                .as("what has begun is waited for, however long it takes")
                .isEqualTo("hash");
        await().ignoreException(HashingBusyException.class).until(() -> threads.encode("after it"), "hash"::equals);
        assertThat(slow.hashed).hasValue(2);
    }

    @Test
    void itIsRefusedWhileATransactionHoldsAConnection() {
        slow.allowed.release(2);
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatIllegalStateException().isThrownBy(() -> threads.encode("password"));
            assertThatIllegalStateException().isThrownBy(() -> threads.matches("password", "hash"));
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(slow.hashed).hasValue(0);
    }

    @Test
    void whoeverIsInterruptedStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(HashingBusyException.class).isThrownBy(() -> threads.encode("password"));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void afterAFailureTheNextOneIsHashed() {
        var failing = new HashingThreads(
                new SlowEncoder() {
                    @Override
                    public String encode(CharSequence password) {
                        throw new IllegalArgumentException("password");
                    }
                },
                1,
                LONG);
        for (var i = 0; i < 3; i++) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> failing.encode("password"))
                    .withMessage("A password could not be hashed");
        }
        failing.destroy();
    }

    private List<CompletableFuture<String>> ask(int times) {
        var asked = new ArrayList<CompletableFuture<String>>();
        for (var i = 0; i < times; i++) {
            var answer = new CompletableFuture<String>();
            Thread.ofVirtual().start(() -> {
                try {
                    answer.complete(threads.encode("password"));
                } catch (RuntimeException e) {
                    answer.completeExceptionally(new CompletionException(e));
                }
            });
            asked.add(answer);
        }
        await().until(() -> slow.running.get() + threads.waiting() == times);
        return asked;
    }

    /** Hashes when it is allowed to. */
    private static class SlowEncoder implements PasswordEncoder {

        final Semaphore allowed = new Semaphore(0);
        final AtomicInteger running = new AtomicInteger();
        final AtomicInteger mostAtOnce = new AtomicInteger();
        final AtomicInteger hashed = new AtomicInteger();
        volatile Thread thread;

        @Override
        public String encode(CharSequence password) {
            thread = Thread.currentThread();
            mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
            allowed.acquireUninterruptibly();
            running.decrementAndGet();
            hashed.incrementAndGet();
            return "hash";
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            return encode(password).equals(hash);
        }
    }
}
