package io.rollcall.location;

import java.util.List;
import java.util.stream.Stream;

/** A network in CIDR notation, and the list of those that are no place on the internet. */
record AddressRange(byte[] network, int prefixLength) {

    /**
     * What IANA's special-purpose registries (RFC 6890) call not globally reachable, and multicast; without the
     * documentation ranges, which are shown like any address of unknown location.
     */
    private static final List<AddressRange> PRIVATE = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/127",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001:2::/48",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(AddressRange::of)
            .toList();

    static AddressRange of(String cidr) {
        var parts = cidr.split("/", 2);
        return new AddressRange(IpLiteral.parse(parts[0]).orElseThrow(), Integer.parseInt(parts[1]));
    }

    static boolean isPrivate(byte[] address) {
        return PRIVATE.stream().anyMatch(range -> range.contains(address));
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (var bit = 0; bit < prefixLength; bit++) {
            if (((address[bit / 8] ^ network[bit / 8]) & 0x80 >> bit % 8) != 0) {
                return false;
            }
        }
        return true;
    }
}
