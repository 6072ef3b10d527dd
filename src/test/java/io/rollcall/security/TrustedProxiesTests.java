package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S39")
class TrustedProxiesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7 | 203.0.113.7",
                "1.2.3.4:5678, [2001:DB8::1]:443 | 1.2.3.4, 2001:db8::1",
                "::ffff:203.0.113.7 | 203.0.113.7",
                "203.0.113.7, evil.example.com, 10.0.0.1 | 10.0.0.1",
                "203.0.113.7, evil.example.com | ''",
                "'  ,  ' | ''"
            })
    void onlyTheAddressesRightOfAnyJunkAreLookedAtSoThatNoNameIsEverLookedUp(String header, String expected) {
        assertThat(TrustedProxiesValve.addressesAtTheEnd(Arrays.asList(header.split(","))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "127.0.0.1", "::1", "2001:db8::/32", "192.168.1.0/24"})
    void aProxyIsNamedByItsAddressOrBlock(String block) {
        assertThat(new NetworkProperties(List.of(block)).trustedProxies()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.com", "10.0.0.0/33", "300.1.1.1", "", "*", "10.0.0.0/x"})
    void anythingElseStopsTheStart(String block) {
        assertThatThrownBy(() -> new NetworkProperties(List.of(block))).hasMessageContaining("CIDR");
    }
}
