package io.rollcall.cluster;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The change log of a single node: within the process, after the commit. */
@Component
class EmbeddedChangeLog implements ChangeLog {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedChangeLog.class);

    private final Map<Class<?>, List<Consumer<Object>>> listeners = new ConcurrentHashMap<>();
    private final JdbcTemplate jdbc;
    private final Database database;

    EmbeddedChangeLog(JdbcTemplate jdbc, Database database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    @Override
    public void publish(Object change) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "Published outside a transaction: " + change.getClass().getSimpleName());
        }
        ofThisTransaction().changes.add(change);
    }

    @Override
    public <T> void subscribe(Class<T> type, Consumer<? super T> listener) {
        listeners
                .computeIfAbsent(type, t -> new CopyOnWriteArrayList<>())
                .add(change -> listener.accept(type.cast(change)));
    }

    /** One listener's failure must keep no other change from being followed. */
    private void tell(Object change) {
        for (var listener : listeners.getOrDefault(change.getClass(), List.of())) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                log.error("Not followed everywhere: {}", change.getClass().getSimpleName(), e);
            }
        }
    }

    /** H2 answers a commit before it has written it, and a process that is killed then loses it. PostgreSQL's is durable by itself. */
    private void syncDisk() {
        if (database == Database.H2_FILE) {
            jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> {
                try (var own = connection.createStatement()) {
                    own.execute("CHECKPOINT SYNC");
                }
                return null;
            });
        }
    }

    private Published ofThisTransaction() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Published published) {
                return published;
            }
        }
        var published = new Published();
        TransactionSynchronizationManager.registerSynchronization(published);
        return published;
    }

    /** What one transaction has published so far. */
    private final class Published implements TransactionSynchronization {

        private final Set<Object> changes = new LinkedHashSet<>();

        /** The commit stands even when the disk refuses to sync, so memory must follow it; the caller gets the error. */
        @Override
        public void afterCommit() {
            try {
                syncDisk();
            } finally {
                new ArrayList<>(changes).forEach(EmbeddedChangeLog.this::tell);
            }
        }
    }
}
