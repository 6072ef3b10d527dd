package io.rollcall.session;

import io.rollcall.device.Device;
import io.rollcall.location.Location;
import io.rollcall.text.OutsideText;
import io.rollcall.text.SortKey;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in came from, recorded once and never changed.
 *
 * @param device what the browser says of itself
 * @param ip the caller's address as {@link io.rollcall.location.ClientAddress} spells it, or null when it is not known
 * @param location where that was at the time, or null when it is not known
 * @param userAgent the header as it was sent, cut at 512 characters, or null
 */
@Embeddable
public record Origin(
        @AttributeOverride(name = "kind", column = @Column(name = "device_kind"))
        Device device,

        @Nullable String ip,
        @Nullable Location location,
        @Nullable String userAgent) {

    private static final int LONGEST_USER_AGENT = 512;

    public Origin {
        userAgent = userAgent == null ? null : OutsideText.of(userAgent, LONGEST_USER_AGENT);
    }

    public static final Origin UNKNOWN = new Origin(Device.UNKNOWN, null, null, null);

    /** By what lists sort it: known places by name, then private networks, then what is not known. */
    String locationSort() {
        return location == null
                ? "3"
                : location.label().map(label -> "1" + SortKey.of(label)).orElse("2");
    }
}
