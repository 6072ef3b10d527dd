package io.rollcall.cluster;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The change log of a single node: within the process, after the commit. */
@Component
class EmbeddedChangeLog implements ChangeLog {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedChangeLog.class);

    private record Change(String topic, String key) {}

    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final DiskSync disk;

    EmbeddedChangeLog(JdbcTemplate jdbc, Database database) {
        this.disk = new DiskSync(jdbc, database);
    }

    @Override
    public void publish(String topic, String key) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A change of " + topic + " was published outside a transaction");
        }
        Published.ofThisTransaction(this).changes.add(new Change(topic, key));
    }

    @Override
    public void subscribe(String topic, Consumer<String> listener) {
        listeners.computeIfAbsent(topic, t -> new CopyOnWriteArrayList<>()).add(listener);
    }

    /** One listener's failure must keep no other change from being followed. */
    private void tell(Change change) {
        for (var listener : listeners.getOrDefault(change.topic, List.of())) {
            try {
                listener.accept(change.key);
            } catch (RuntimeException e) {
                log.error("A change of {} was not followed everywhere", change.topic, e);
            }
        }
    }

    /** What one transaction has published so far. */
    private static final class Published implements TransactionSynchronization {

        private final EmbeddedChangeLog owner;
        private final Set<Change> changes = new LinkedHashSet<>();

        private Published(EmbeddedChangeLog owner) {
            this.owner = owner;
        }

        static Published ofThisTransaction(EmbeddedChangeLog owner) {
            for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
                if (synchronization instanceof Published published) {
                    return published;
                }
            }
            var published = new Published(owner);
            TransactionSynchronizationManager.registerSynchronization(published);
            return published;
        }

        /** The commit stands even when the disk refuses to sync, so memory must follow it; the caller gets the error. */
        @Override
        public void afterCommit() {
            try {
                owner.disk.sync();
            } finally {
                new ArrayList<>(changes).forEach(owner::tell);
            }
        }
    }
}
