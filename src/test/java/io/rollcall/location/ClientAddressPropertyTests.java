package io.rollcall.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

@Tag("S39")
class ClientAddressPropertyTests {

    @Property
    void noTextIsAnError(@ForAll String raw) {
        ClientAddress.parse(raw);
    }

    @Property(tries = 20_000)
    void aTextThatLooksLikeAnAddressIsOneOrNone(
            @ForAll
                    @CharRange(from = '0', to = '9')
                    @Chars({':', ':', ':', '.', 'a', 'F', '[', ']', '%', '"'})
                    @StringLength(max = 20)
                    String raw) {
        ClientAddress.parse(raw).ifPresent(address -> {
            assertThat(ClientAddress.parse(address.text())).contains(address);
            assertThat(address.text()).hasSizeLessThanOrEqualTo(39).matches("[0-9a-f:.]+");
        });
    }

    @Property
    void anAddressKeepsItsBytes(@ForAll @Size(16) byte[] bytes, @ForAll boolean short4, @ForAll boolean zeros)
            throws UnknownHostException {
        if (zeros) {
            Arrays.fill(bytes, 4, 12, (byte) 0);
        }
        var inet = InetAddress.getByAddress(short4 ? Arrays.copyOf(bytes, 4) : bytes);

        var address = ClientAddress.parse(inet.getHostAddress()).orElseThrow();

        assertThat(address.toInetAddress()).isEqualTo(inet);
        assertThat(ClientAddress.parse(address.text())).contains(address);
        assertThat(address.text().contains(":")).isNotEqualTo(inet instanceof Inet4Address);
    }
}
