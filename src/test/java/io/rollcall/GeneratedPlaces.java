package io.rollcall;

import io.rollcall.device.Device;
import io.rollcall.device.DeviceParser;
import io.rollcall.device.UserAgentHints;
import io.rollcall.location.ClientAddress;
import io.rollcall.location.GeoLocator;
import io.rollcall.location.Location;
import io.rollcall.session.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.core.io.ClassPathResource;

/** Devices as browsers tell of themselves, and addresses from all over the world that have a known place. */
class GeneratedPlaces {

    private static final int PLACES = 2_000;
    private static final int OCTET = 256;

    private record Browser(Device device, String userAgent) {}

    private record Address(ClientAddress address, Location location) {}

    private final List<Browser> browsers;
    private final List<Address> addresses;

    GeneratedPlaces(DeviceParser parser, GeoLocator locator, Random random) {
        browsers = userAgents().stream()
                .map(agent -> new Browser(parser.parse(new UserAgentHints(agent, null, null, null, null, null)), agent))
                .toList();
        addresses = addresses(locator, random);
    }

    /** One in fifteen tells nothing of the device, one in fifteen nothing of the address, one in ten is at the office. */
    Origin any(Random random) {
        var browser = random.nextInt(15) == 0 ? null : browsers.get(random.nextInt(browsers.size()));
        var address = random.nextInt(15) == 0 ? null : address(random);
        return new Origin(
                browser == null ? Device.UNKNOWN : browser.device,
                address == null ? null : address.address.text(),
                address == null ? null : address.location,
                browser == null ? null : browser.userAgent);
    }

    private Address address(Random random) {
        return random.nextInt(10) == 0
                ? new Address(
                        parse("10.20." + random.nextInt(OCTET) + "." + random.nextInt(OCTET)), Location.PRIVATE_NETWORK)
                : addresses.get(random.nextInt(addresses.size()));
    }

    private static List<Address> addresses(GeoLocator locator, Random random) {
        var found = new ArrayList<Address>(PLACES);
        while (found.size() < PLACES) {
            var address = parse(String.join(
                    ".",
                    String.valueOf(1 + random.nextInt(222)),
                    String.valueOf(random.nextInt(OCTET)),
                    String.valueOf(random.nextInt(OCTET)),
                    String.valueOf(random.nextInt(OCTET))));
            locator.locate(address)
                    .filter(place -> !place.privateNetwork())
                    .ifPresent(place -> found.add(new Address(address, place)));
        }
        return found;
    }

    private static ClientAddress parse(String text) {
        return ClientAddress.parse(text).orElseThrow();
    }

    /** Those that the tests of devices hold, as browsers have sent them. */
    private static List<String> userAgents() {
        try {
            return new ClassPathResource("io/rollcall/device/user-agents.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.contains("|"))
                    .map(line -> line.substring(line.lastIndexOf('|') + 1).strip())
                    .filter(agent -> !agent.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
