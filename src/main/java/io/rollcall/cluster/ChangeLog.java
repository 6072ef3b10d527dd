package io.rollcall.cluster;

import java.util.function.Consumer;

/**
 * Carries changes from the transaction that made them to everybody who mirrors the changed rows in memory.
 *
 * <p>What was published is on disk before the publishing transaction's caller gets its answer, and listeners hear of it
 * after that commit and never before, nor when the transaction was rolled back.
 */
public interface ChangeLog {

    /**
     * Publishes a change with the running transaction.
     *
     * @param change what changed and nothing that may change itself: a record of ids and other values, so that it could be
     *     written down for another process; one that equals another of the same transaction is told once
     * @throws IllegalStateException outside a transaction
     */
    void publish(Object change);

    /** Calls the listener with every change of the class, on the thread that committed it. It must be quick. */
    <T> void subscribe(Class<T> type, Consumer<? super T> listener);
}
