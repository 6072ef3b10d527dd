package io.rollcall.demo;

import io.rollcall.device.DeviceParser;
import io.rollcall.device.UserAgentHints;
import io.rollcall.location.ClientAddress;
import io.rollcall.location.GeoLocator;
import io.rollcall.session.Origin;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Devices and addresses that examples sign in from: real ones of many kinds, some that tell nothing of themselves. */
@Component
@Profile("demo")
class ExamplePlaces {

    private static final List<UserAgentHints> DEVICES = List.of(
            windows("143", "Google Chrome", "15.0.0"),
            windows("143", "Microsoft Edge", "15.0.0"),
            windows("142", "Google Chrome", "10.0.0"),
            agent(
                    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0"
                            + " Safari/537.36"),
            agent(
                    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1"
                            + " Safari/605.1.15"),
            agent("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0"
                    + " Safari/537.36"),
            agent("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0"
                    + " Safari/537.36 OPR/126.0.0.0"),
            agent("Mozilla/5.0 (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0"),
            agent("Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"),
            agent("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0"),
            agent("Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                    + " Version/26.1 Mobile/15E148 Safari/604.1"),
            agent("Mozilla/5.0 (iPad; CPU OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0"
                    + " Mobile/15E148 Safari/604.1"),
            agent("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile"
                    + " Safari/537.36"),
            agent("Mozilla/5.0 (Linux; Android 15; SAMSUNG SM-S928B) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36"),
            agent("Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0"
                    + " Safari/537.36 WebAppManager"),
            agent("Mozilla/5.0 (PlayStation; PlayStation 5/9.60) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0"
                    + " Safari/605.1.15"),
            agent("Mozilla/5.0 (X11; Linux x86_64; Quest 3) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " OculusBrowser/40.1.0.4.48 Chrome/138.0.0.0 VR Safari/537.36"),
            agent("curl/8.17.0"),
            agent(null));

    private static final List<String> ADDRESSES = List.of("""
            81.2.69.142 89.160.20.112 5.148.0.1 24.48.0.1 82.130.64.1 41.203.64.1 129.132.1.1 130.225.0.1
            131.111.8.46 134.102.0.1 49.36.0.1 78.160.0.1 140.112.8.116 86.40.0.1 146.103.0.1 147.229.2.90
            157.82.0.1 163.178.0.1 171.64.0.1 88.112.0.1 193.157.0.1 118.189.0.1 200.144.248.41 202.120.2.119
            203.255.0.1 154.160.0.1 181.47.0.1 186.84.0.1 197.232.0.1 203.97.0.1 2a02:8071:1::1 10.0.4.18
            192.168.1.24 fd12:3456::8
            """.strip().split("\\s+"));

    private final DeviceParser parser;
    private final GeoLocator locator;
    private final AtomicInteger turn = new AtomicInteger();

    ExamplePlaces(DeviceParser parser, GeoLocator locator) {
        this.parser = parser;
        this.locator = locator;
    }

    /** The devices come in turn, so that each is there, and one that tells nothing of itself; one in fifteen tells nothing of the address. */
    Origin any(RandomGenerator random) {
        var hints = DEVICES.get(turn.getAndIncrement() % DEVICES.size());
        var address =
                ClientAddress.parse(random.nextInt(15) == 0 ? null : ADDRESSES.get(random.nextInt(ADDRESSES.size())));
        return new Origin(
                parser.parse(hints),
                address.map(ClientAddress::text).orElse(null),
                address.flatMap(locator::locate).orElse(null),
                hints.userAgent());
    }

    private static UserAgentHints windows(String version, String brand, String platformVersion) {
        var edge = brand.equals("Microsoft Edge") ? " Edg/" + version + ".0.0.0" : "";
        return new UserAgentHints(
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" + version
                        + ".0.0.0 Safari/537.36" + edge,
                "\"" + brand + "\";v=\"" + version + "\", \"Chromium\";v=\"" + version + "\", \"Not A(Brand\";v=\"24\"",
                "\"Windows\"",
                "\"" + platformVersion + "\"",
                "?0",
                null);
    }

    private static UserAgentHints agent(@Nullable String userAgent) {
        return new UserAgentHints(userAgent, null, null, null, null, null);
    }
}
