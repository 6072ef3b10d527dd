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
     * @param topic what kind of thing changed
     * @param key which one
     * @throws IllegalStateException outside a transaction
     */
    void publish(String topic, String key);

    /** Calls the listener with the key of every change of the topic, on the thread that committed it. It must be quick. */
    void subscribe(String topic, Consumer<String> listener);
}
