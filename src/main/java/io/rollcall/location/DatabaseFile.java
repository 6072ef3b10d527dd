package io.rollcall.location;

import java.io.IOException;
import java.util.Optional;

/** Where a City database comes from. Named in the log by its {@code toString}. Called by one thread at a time. */
sealed interface DatabaseFile permits EmbeddedFile, DeployedFile {

    /**
     * Opens the database if it is another one than at the last call.
     *
     * @throws IOException or any unchecked exception if there is none that can be used
     */
    Optional<CityDatabase> openIfNew() throws IOException;
}
