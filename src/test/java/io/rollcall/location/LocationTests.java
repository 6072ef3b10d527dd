package io.rollcall.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LocationTests {

    @Test
    void aLocationReadsFromTheSmallToTheLarge() {
        assertThat(Location.of("Abingdon", "United Kingdom", "GB").flatMap(Location::label))
                .contains("Abingdon, United Kingdom");
        assertThat(Location.of(null, "Iceland", "IS").flatMap(Location::label)).contains("Iceland");
        assertThat(Location.of("Abingdon", null, null).flatMap(Location::label)).contains("Abingdon");
        assertThat(Location.PRIVATE_NETWORK.label()).isEmpty();
    }

    @Test
    void withoutCityAndCountryThereIsNoLocation() {
        assertThat(Location.of(null, null, null)).isEmpty();
        assertThat(Location.of(" ", "\u0000\t", "GB")).isEmpty();
    }

    @Test
    void whateverADatabaseSaysIsFitToBeStored() {
        var location = Location.of("Ab\u0000ing\ndon\u001B", "\uD83C\uDFDD".repeat(5000), "gb")
                .orElseThrow();

        assertThat(location.city()).isEqualTo("Ab ing don");
        assertThat(location.country()).isEqualTo("\uD83C\uDFDD".repeat(50));
        assertThat(location.countryCode()).isNull();
        assertThat(Location.of("x" + "\uD83C\uDFDD".repeat(50), null, null))
                .map(Location::city)
                .contains("x" + "\uD83C\uDFDD".repeat(49));
    }

    @Test
    void aPrivateNetworkIsNowhereElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Location("Abingdon", null, null, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Location(null, null, "GB", true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Location(null, null, "GB", false));
    }
}
