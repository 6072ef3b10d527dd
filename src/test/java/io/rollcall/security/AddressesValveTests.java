package io.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request at http://inside:8080, where the program listens, becomes by the word of a proxy. */
@Tag("S52")
class AddressesValveTests {

    private static final String PROXY = "10.0.0.1";
    private static final String STRANGER = "192.0.2.1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                              | http://inside:8080",
                "Proto: https                                    | https://inside",
                "Proto: HTTPS                                    | https://inside",
                "Proto: http                                     | http://inside:8080",
                "Proto: wss                                      | https://inside",
                "Proto: ws                                       | http://inside:8080",
                "Host: people.example                            | http://people.example",
                "Host: people.example; Proto: https              | https://people.example",
                "Host: people.example:8443; Proto: https         | https://people.example:8443",
                "Host: people.example:443; Proto: https          | https://people.example",
                "Host: people.example:8080                       | http://people.example:8080",
                "Host: [2001:db8::1]:8443; Proto: https          | https://[2001:db8::1]:8443",
                "Host: people.example; Port: 8443; Proto: https  | https://people.example:8443",
                "Host: people.example:8443; Port: 443            | http://people.example:8443",
                "Port: 443; Proto: https                         | https://inside",
                "Port: 8443; Proto: https                        | https://inside:8443",
                "Port: 81                                        | http://inside:81",
                "Prefix: /people                                 | http://inside:8080/people",
                "Prefix: /people/                                | http://inside:8080/people",
                "Prefix: /a/b-c_d.e~f                            | http://inside:8080/a/b-c_d.e~f",
                "Prefix: /                                       | http://inside:8080",
                "Host: h; Proto: https; Prefix: /p; Port: 4443   | https://h:4443/p",
            })
    void aTrustedProxysWordOnTheAddressCounts(String headers, String address) throws Exception {
        var said = headers.isEmpty() ? new String[0] : headers.split("; ");

        assertThat(outside(PROXY, null, said)).isEqualTo(address);
        assertThat(outside(STRANGER, null, said)).isEqualTo("http://inside:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Proto: https, http",
                "Proto: https,https",
                "Proto: javascript",
                "Proto: javascript:",
                "Proto: https://",
                "Proto: ftp",
                "Proto: https\r\nX: y",
                "Host: a.example, b.example",
                "Host: a.example/people",
                "Host: //evil.example",
                "Host: http://evil.example",
                "Host: a@evil.example",
                "Host: evil.example\r\nLocation: x",
                "Host: evil.example\\",
                "Host: evil example",
                "Host: ",
                "Host: :8080",
                "Host: evil.example:",
                "Host: evil.example:0",
                "Host: evil.example:65536",
                "Host: evil.example:99999999999",
                "Host: evil.example:x",
                "Host: [::1",
                "Host: 数",
                "Port: 0",
                "Port: -1",
                "Port: 65536",
                "Port: 443, 80",
                "Port: ٤٤٣",
                "Port: x",
                "Port: 1e3",
                "Prefix: people",
                "Prefix: //evil.example",
                "Prefix: /a//b",
                "Prefix: /a/../b",
                "Prefix: /..",
                "Prefix: /.",
                "Prefix: /a, /b",
                "Prefix: /a?b",
                "Prefix: /a#b",
                "Prefix: /a;b",
                "Prefix: /a\\b",
                "Prefix: /%2e%2e",
                "Prefix: /a b",
                "Prefix: /<script>",
                "Prefix: /a\r\nX: y",
                "Prefix: https://evil.example",
                "Prefix: javascript:alert(1)",
            })
    void aMalformedValueIsAsGoodAsNotSent(String header) throws Exception {
        assertThat(outside(PROXY, null, header)).isEqualTo("http://inside:8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Proto: https", "Host: people.example", "Port: 81", "Prefix: /people"})
    void ofTwoHeadersNoneCountsNorDoesOneOfEightKilobytes(String header) throws Exception {
        assertThat(outside(PROXY, null, header, header)).isEqualTo("http://inside:8080");
        assertThat(outside(PROXY, null, header + "a".repeat(8192))).isEqualTo("http://inside:8080");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://inside:8080    | ''                                               | https://inside:8080",
                "https://people.example | Host: people.example                             | https://people.example",
                "https://people.example | Host: people.example; Proto: http                | https://people.example",
                "https://people.example | Host: people.example; Proto: https; Prefix: /x   | https://people.example",
                "http://people.example  | Host: people.example; Proto: https               | http://people.example",
                "https://people.example | Host: other.example; Proto: https                | https://other.example",
                "https://people.example | ''                                               | http://inside:8080",
                "https://people.example | Host: people.example:443                         | https://people.example",
                "https://people.example | Host: people.example:80                          | https://people.example",
                "https://people.example | Host: people.example:8443                        | http://people.example:8443",
            })
    @Tag("S64")
    void aPublicAddressIsThatOfWhateverWasSentToItsHost(String publicUrl, String headers, String address)
            throws Exception {
        var said = headers.isEmpty() ? new String[0] : headers.split("; ");

        assertThat(outside(PROXY, URI.create(publicUrl), said)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1,  203.0.113.7,                     203.0.113.7",
        "10.0.0.1,  '1.2.3.4, evil.io, 203.0.113.7', 203.0.113.7",
        "10.0.0.1,  unknown,                         unknown",
        "10.0.0.1,  10.0.0.2,                        unknown",
        "192.0.2.1, 203.0.113.7,                     192.0.2.1",
        "192.0.2.1, unknown,                         192.0.2.1",
    })
    @Tag("S39")
    void aTrustedProxysWordOnThePersonCountsAndNobodyElses(String from, String hops, String address) throws Exception {
        assertThat(passed(from, null, "For: " + hops).getRemoteAddr()).isEqualTo(address);
    }

    @Test
    @Tag("S39")
    void theAddressOfAProxyThatSaysNothingIsNotThePersons() throws Exception {
        assertThat(passed(PROXY, null).getRemoteAddr()).isEqualTo("unknown");
        assertThat(passed(PROXY, null).getRemoteHost()).isEqualTo("unknown");
        assertThat(passed(STRANGER, null).getRemoteAddr()).isEqualTo(STRANGER);
    }

    /** @param headers without what they all begin with */
    private static String outside(String from, URI publicUrl, String... headers) throws Exception {
        var request = passed(from, publicUrl, headers);
        assertThat(request.isSecure()).isEqualTo(request.getScheme().equals("https"));
        return RequestAddress.originOf(request) + StrippedPrefix.of(request);
    }

    private static Request passed(String from, URI publicUrl, String... headers) throws Exception {
        var coyote = new org.apache.coyote.Request();
        coyote.remoteAddr().setString(from);
        coyote.scheme().setString("http");
        coyote.serverName().setString("inside");
        coyote.setServerPort(8080);
        coyote.setLocalPort(8080);
        Arrays.stream(headers)
                .map(header -> header.split(": ?", 2))
                .forEach(header -> coyote.getMimeHeaders()
                        .addValue("X-Forwarded-" + header[0])
                        .setString(header[1]));
        var request = new Request(new Connector(), coyote);
        var seen = new ArrayList<Request>();
        var valve = new AddressesValve(List.of("10.0.0.0/8"), new PublicUrl(publicUrl, false));
        valve.setNext(new ValveBase() {
            @Override
            public void invoke(Request passed, Response response) {
                seen.add(passed);
            }
        });
        valve.invoke(request, mock(Response.class));
        return seen.getFirst();
    }
}
