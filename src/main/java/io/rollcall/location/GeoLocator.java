package io.rollcall.location;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Says where an address is, by the City database of this moment. It never throws: what the database does not know, or
 * cannot be read from it, is an unknown location. Safe for any thread; only calls in the program's first seconds may
 * wait, a few seconds at most, for the database to be opened.
 *
 * <p>The database is opened, and exchanged for a newer one, while others read; while a deployer's cannot be used, the former stays, or
 * the one that comes with the program serves, and the log says so once. A replaced one is not closed: a look-up may still be in it,
 * and its memory goes with the last reference.
 */
public class GeoLocator {

    private static final Logger log = LoggerFactory.getLogger(GeoLocator.class);
    private static final Duration FIRST_OPENING = Duration.ofSeconds(5);

    private final DatabaseFile file;
    private final DatabaseFile embedded;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile boolean refreshed;
    private volatile @Nullable CityDatabase current;
    private final Set<DatabaseFile> toldOf = new HashSet<>();

    /** @param embedded what serves until the file can be read; the same where nobody named another one */
    GeoLocator(DatabaseFile file, DatabaseFile embedded) {
        this.file = file;
        this.embedded = embedded;
    }

    /** Where the address is; {@link Location#PRIVATE_NETWORK} by its range alone; empty if unknown. */
    public Optional<Location> locate(ClientAddress address) {
        return address.isPrivate()
                ? Optional.of(Location.PRIVATE_NETWORK)
                : current().flatMap(city -> city.locate(address));
    }

    /** The database that answers now; empty while there is none that can be read. */
    public Optional<Source> source() {
        return current().map(CityDatabase::source);
    }

    /**
     * A database, as it describes itself.
     *
     * @param builtAt when its publisher built it
     * @param databaseType such as {@code GeoLite2-City}
     * @param embedded whether it is the one that comes with the program, which owes its publisher an attribution
     */
    public record Source(Instant builtAt, String databaseType, boolean embedded) {}

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
            refreshFrom(file);
            if (current == null && file != embedded) {
                refreshFrom(embedded);
            }
        } finally {
            refreshed = true;
            refreshing.unlock();
        }
    }

    private void refreshFrom(DatabaseFile source) {
        try {
            source.openIfNew().ifPresent(this::use);
        } catch (Exception | VirtualMachineError unusable) {
            // A broken file can also make its reader recurse or allocate without end.
            tellOnce(source, unusable.toString());
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
        var source = database.source();
        if (!source.embedded()) { // ours is no news
            toldOf.clear();
            log.info("Locations come from {}, built {}", source.databaseType(), source.builtAt());
        }
    }

    private void tellOnce(DatabaseFile unusable, String problem) {
        if (toldOf.add(unusable)) {
            log.warn(
                    "Cannot use {}; {}: {}",
                    unusable,
                    current != null
                            ? "the one opened before stays in use"
                            : unusable == embedded
                                    ? "locations stay unknown"
                                    : "until it can be read, the embedded one serves",
                    problem);
        }
    }
}
