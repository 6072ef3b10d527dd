package io.rollcall.location;

import io.rollcall.text.OutsideText;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an address is: a city, a country or both; or a private network, which is nowhere in particular. An unknown
 * location is an empty {@code Optional<Location>}.
 *
 * @param city English name, at most {@value #MAX_LENGTH} characters
 * @param country English name, at most {@value #MAX_LENGTH} characters
 * @param countryCode ISO 3166-1 alpha-2, upper case
 * @param privateNetwork whether the address is not on the internet; then everything else is null
 */
@Embeddable
public record Location(
        @Nullable String city,
        @Nullable String country,
        @Nullable String countryCode,
        boolean privateNetwork) {

    /** The longest name kept, in UTF-16 units; longer ones are cut. */
    public static final int MAX_LENGTH = 100;

    /** The location of every address that is not on the internet. */
    public static final Location PRIVATE_NETWORK = new Location(null, null, null, true);

    public Location {
        if (privateNetwork == (city != null || country != null) || privateNetwork && countryCode != null) {
            throw new IllegalArgumentException("A location is a city, a country or both, or else a private network");
        }
    }

    /**
     * The location with these parts, made fit to be stored and shown, whatever they are: blank parts count as absent,
     * control characters are dropped, long names cut. Empty without city and country.
     */
    public static Optional<Location> of(@Nullable String city, @Nullable String country, @Nullable String countryCode) {
        var cleanCity = clean(city);
        var cleanCountry = clean(country);
        if (cleanCity == null && cleanCountry == null) {
            return Optional.empty();
        }
        var code = countryCode != null && countryCode.matches("[A-Z]{2}") ? countryCode : null;
        return Optional.of(new Location(cleanCity, cleanCountry, code, false));
    }

    /** {@code Abingdon, United Kingdom}, or the part that is known; empty for a private network. */
    public Optional<String> label() {
        if (privateNetwork) {
            return Optional.empty();
        }
        return Optional.ofNullable(city == null ? country : country == null ? city : city + ", " + country);
    }

    private static @Nullable String clean(@Nullable String name) {
        if (name == null) {
            return null;
        }
        var text = OutsideText.of(name.strip(), MAX_LENGTH).strip();
        return text.isEmpty() ? null : text;
    }
}
