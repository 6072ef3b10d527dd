package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.location.ClientAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S39")
class TrustedProxiesTests {

    /** The proxies' addresses begin with 10; several headers are written one after the other with a plus sign. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "unknown address",
            value = {
                "203.0.113.7                              | 203.0.113.7",
                "198.51.100.1, 203.0.113.7                | 203.0.113.7",
                "203.0.113.7, 10.0.0.1                    | 203.0.113.7",
                "198.51.100.1, 203.0.113.7, 10.0.0.1      | 203.0.113.7",
                "203.0.113.7, ,                           | 203.0.113.7",
                "', , 203.0.113.7,	,,'                   | 203.0.113.7",
                "203.0.113.7 + ''                         | 203.0.113.7",
                "203.0.113.7 + , ,                        | 203.0.113.7",
                "198.51.100.1 + 203.0.113.7               | 203.0.113.7",
                "203.0.113.7, 10.0.0.2 + 10.0.0.1         | 203.0.113.7",
                "1.2.3.4:5678                             | 1.2.3.4",
                "1.2.3.4:5678, [2001:DB8::1]:443          | 2001:db8::1",
                "::ffff:203.0.113.7                       | 203.0.113.7",
                "203.0.113.7, ::ffff:10.0.0.1             | 203.0.113.7",
                "unknown, 203.0.113.7                     | 203.0.113.7",
                "203.0.113.7, unknown                     | unknown address",
                "203.0.113.7, unknown, 10.0.0.1           | unknown address",
                "unknown                                  | unknown address",
                "_hidden                                  | unknown address",
                "_SEVKISEK, 10.0.0.1                      | unknown address",
                "203.0.113.7, evil.example.com, 10.0.0.1  | unknown address",
                "203.0.113.7, evil.example.com            | unknown address",
                "127.1                                    | unknown address",
                "for=203.0.113.7                          | unknown address",
                "a, b, c                                  | unknown address",
                "10.0.0.1                                 | unknown address",
                "10.0.0.2, 10.0.0.1                       | unknown address",
                "' ,  '                                   | unknown address",
                "''                                       | unknown address",
            })
    void theAddressIsTheLastTrustedHopsWordElseItIsUnknown(String headers, String expected) {
        var hops = Arrays.stream(headers.split("\\+"))
                .map(header -> header.replace("''", "").strip());

        assertThat(Forwarded.client(hops.toList(), address -> address.text().startsWith("10."))
                        .map(ClientAddress::text))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void aProxyThatSaysNothingIsNotThePerson() {
        assertThat(Forwarded.client(List.of(), address -> true)).isEmpty();
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
