package io.rollcall.device;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about its device: the User-Agent and the User-Agent Client Hints
 * (<a href="https://wicg.github.io/ua-client-hints/">WICG UA-CH</a>), raw but cut at {@value #MAX_LENGTH} characters
 * each and reduced to printable ASCII, so that no reader behind this record ever sees more. Null is what was not sent.
 *
 * @param brands {@code Sec-CH-UA} (or the longer {@code Sec-CH-UA-Full-Version-List}, which has the same shape)
 * @param platform {@code Sec-CH-UA-Platform}, with its quotes
 * @param platformVersion {@code Sec-CH-UA-Platform-Version}, with its quotes
 * @param mobile {@code Sec-CH-UA-Mobile}: {@code ?1} or {@code ?0}
 * @param model {@code Sec-CH-UA-Model}, with its quotes
 */
public record UserAgentHints(
        @Nullable String userAgent,
        @Nullable String brands,
        @Nullable String platform,
        @Nullable String platformVersion,
        @Nullable String mobile,
        @Nullable String model) {

    /** The longest User-Agent that is read or kept; browsers stay below half of it. */
    public static final int MAX_LENGTH = 512;

    /**
     * Value of the {@code Accept-CH} response header that asks for the hints which browsers do not send unasked. They
     * come from the second request on, and only over HTTPS: send it with the sign-in page to have them at the sign-in.
     */
    public static final String ACCEPT_CH = "Sec-CH-UA-Platform-Version, Sec-CH-UA-Model";

    public UserAgentHints {
        userAgent = PlainText.of(userAgent, MAX_LENGTH);
        brands = PlainText.of(brands, MAX_LENGTH);
        platform = PlainText.of(platform, MAX_LENGTH);
        platformVersion = PlainText.of(platformVersion, MAX_LENGTH);
        mobile = PlainText.of(mobile, MAX_LENGTH);
        model = PlainText.of(model, MAX_LENGTH);
    }

    /** Reads a request's headers; {@code header} answers null for one that is missing. */
    public static UserAgentHints of(Function<String, @Nullable String> header) {
        return new UserAgentHints(
                header.apply("User-Agent"),
                header.apply("Sec-CH-UA"),
                header.apply("Sec-CH-UA-Platform"),
                header.apply("Sec-CH-UA-Platform-Version"),
                header.apply("Sec-CH-UA-Mobile"),
                header.apply("Sec-CH-UA-Model"));
    }
}
