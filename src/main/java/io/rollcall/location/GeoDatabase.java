package io.rollcall.location;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The City database in use. It is opened, and exchanged for a newer one, while others read; without a usable one
 * there is none, or the former stays, and the log says so once.
 *
 * <p>A replaced database is not closed: a look-up may still be in it, and its memory goes with the last reference.
 */
@Component
class GeoDatabase {

    private static final Logger log = LoggerFactory.getLogger(GeoDatabase.class);
    private static final Duration FIRST_OPENING = Duration.ofSeconds(5);

    private final DatabaseFile file;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile boolean refreshed;
    private volatile @Nullable CityDatabase current;
    private @Nullable String loggedProblem;

    GeoDatabase(DatabaseFile file) {
        this.file = file;
    }

    /**
     * The database to ask now. A sign-in's location is never looked up again, so the first caller opens the database
     * if the program's start has not done it yet, and others wait for that a few seconds.
     */
    Optional<CityDatabase> current() {
        if (!refreshed) {
            awaitFirstRefresh();
        }
        return Optional.ofNullable(current);
    }

    /** Opens the database, or the one that has come in its place. Runs right after the start and then regularly. */
    @Scheduled(fixedDelayString = "PT10S")
    void refresh() {
        refreshing.lock();
        try {
            file.openIfNew().ifPresent(this::use);
        } catch (Exception | VirtualMachineError unusable) {
            // A broken file can also make its reader recurse or allocate without end.
            logOnce(unusable.toString());
        } finally {
            refreshed = true;
            refreshing.unlock();
        }
    }

    private void awaitFirstRefresh() {
        try {
            if (refreshing.tryLock(FIRST_OPENING.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    if (!refreshed) {
                        refresh();
                    }
                } finally {
                    refreshing.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void use(CityDatabase database) {
        current = database;
        loggedProblem = null;
        log.info(
                "Locations come from {}, built {}",
                database.source().databaseType(),
                database.source().builtAt());
    }

    private void logOnce(String problem) {
        if (!problem.equals(loggedProblem)) {
            loggedProblem = problem;
            log.warn(
                    "Cannot use {}; {}: {}",
                    file,
                    current == null ? "locations stay unknown" : "the database opened before stays in use",
                    problem);
        }
    }
}
