package io.rollcall.location;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.Generator;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S39")
class ClientAddressPropertyTests {

    @Test
    void noTextIsAnError() {
        Generator.tries(1_000, any -> ClientAddress.parse(any.text(255)));
    }

    @Test
    void aTextThatLooksLikeAnAddressIsOneOrNone() {
        Generator.tries(
                20_000,
                any -> ClientAddress.parse(any.textOf("0123456789:::.aF[]%\"", 20))
                        .ifPresent(address -> {
                            assertThat(ClientAddress.parse(address.text())).contains(address);
                            assertThat(address.text())
                                    .hasSizeLessThanOrEqualTo(39)
                                    .matches("[0-9a-f:.]+");
                        }));
    }

    @Test
    void anAddressKeepsItsBytes() {
        Generator.tries(1_000, any -> {
            var bytes = new byte[any.pick(4, 16)];
            any.nextBytes(bytes);
            var zeros = any.nextInt(bytes.length);
            Arrays.fill(bytes, zeros, any.nextInt(zeros, bytes.length + 1), any.pick((byte) 0, (byte) -1));
            var inet = InetAddress.getByAddress(bytes);

            var address = ClientAddress.parse(inet.getHostAddress()).orElseThrow();

            assertThat(address.toInetAddress()).isEqualTo(inet);
            assertThat(ClientAddress.parse(address.text())).contains(address);
            assertThat(address.text().contains(":")).isNotEqualTo(inet instanceof Inet4Address);
        });
    }
}
