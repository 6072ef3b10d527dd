package io.rollcall.location;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Says where an address is, by the City database of this moment. It never throws: what the database does not know, or
 * cannot be read from it, is an unknown location. Safe for any thread; only calls in the program's first seconds may
 * wait, a few seconds at most, for the database to be opened.
 */
@Service
public class GeoLocator {

    private final GeoDatabase database;

    GeoLocator(GeoDatabase database) {
        this.database = database;
    }

    /** Where the address is; {@link Location#PRIVATE_NETWORK} by its range alone; empty if unknown. */
    public Optional<Location> locate(ClientAddress address) {
        return address.isPrivate()
                ? Optional.of(Location.PRIVATE_NETWORK)
                : database.current().flatMap(city -> city.locate(address));
    }

    /** The database that answers now; empty while there is none that can be read. */
    public Optional<Source> source() {
        return database.current().map(CityDatabase::source);
    }

    /**
     * A database, as it describes itself.
     *
     * @param builtAt when its publisher built it
     * @param databaseType such as {@code GeoLite2-City}
     * @param embedded whether it is the one that comes with the program, which owes its publisher an attribution
     */
    public record Source(Instant builtAt, String databaseType, boolean embedded) {}
}
