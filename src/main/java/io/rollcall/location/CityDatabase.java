package io.rollcall.location;

import com.maxmind.geoip2.DatabaseReader;
import com.maxmind.geoip2.exception.GeoIp2Exception;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One opened database of cities, in the MaxMind DB format. It never changes; safe for any thread. */
final class CityDatabase {

    private static final Logger log = LoggerFactory.getLogger(CityDatabase.class);

    private final DatabaseReader reader;
    private final GeoLocator.Source source;
    private final AtomicBoolean foundBroken = new AtomicBoolean();

    private CityDatabase(DatabaseReader reader, boolean embedded) {
        this.reader = reader;
        var metadata = reader.metadata();
        source = new GeoLocator.Source(metadata.buildTime(), metadata.databaseType(), embedded);
    }

    /**
     * Opens a database and tries it all over its address space.
     *
     * @throws IOException or any unchecked exception if it cannot be read or is none of cities
     */
    static CityDatabase open(DatabaseReader.Builder builder, boolean embedded) throws IOException {
        var database = new CityDatabase(builder.build(), embedded);
        try {
            for (var first = 0; first < 256; first++) {
                database.reader.tryCity(InetAddress.getByAddress(new byte[] {(byte) first, 0, 0, 1}));
            }
        } catch (GeoIp2Exception e) {
            throw new IOException(e);
        }
        return database;
    }

    GeoLocator.Source source() {
        return source;
    }

    /** Where the address is; empty if unknown, also because its record is broken. */
    Optional<Location> locate(ClientAddress address) {
        try {
            var inet = address.toInetAddress();
            // An IPv4 database would be walked with the first bits of the IPv6 address, to some other place.
            if (inet.getAddress().length > 4 && reader.metadata().ipVersion() == 4) {
                return Optional.empty();
            }
            return reader.tryCity(inet)
                    .flatMap(found -> Location.of(
                            found.city().name(),
                            found.country().name(),
                            found.country().isoCode()));
        } catch (Exception | VirtualMachineError broken) {
            // Errors too: a mapping whose disk fails throws InternalError, endless recursion StackOverflowError.
            if (foundBroken.compareAndSet(false, true)) {
                log.warn(
                        "A record of {} cannot be read, so its location is unknown: {}",
                        source.databaseType(),
                        broken.toString());
            }
            return Optional.empty();
        }
    }
}
