package io.rollcall.session;

import io.rollcall.device.Device;
import io.rollcall.location.ClientAddress;
import io.rollcall.text.OutsideText;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in came from, recorded once and never changed.
 *
 * @param device what the browser says of itself
 * @param address the caller's address, or null when it is not known
 * @param userAgent the header as it was sent, cut at 512 characters, or null
 */
public record Origin(
        Device device,
        @Nullable ClientAddress address,
        @Nullable String userAgent) {

    private static final int LONGEST_USER_AGENT = 512;

    public Origin {
        userAgent = userAgent == null ? null : OutsideText.of(userAgent, LONGEST_USER_AGENT);
    }

    public static final Origin UNKNOWN = new Origin(Device.UNKNOWN, null, null);
}
