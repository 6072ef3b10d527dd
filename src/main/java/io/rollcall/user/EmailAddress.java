package io.rollcall.user;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An email address in its one canonical form: NFKC, trimmed, lower case. Two addresses that a person takes for the same are
 * equal here, so that neither full-width letters nor a dotless i make a second account (CVE-2019-19844).
 */
public record EmailAddress(String text) {

    /** What the HTML standard takes for an email address, with at least one dot in the domain left to the deployer. */
    private static final Pattern SHAPE =
            Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
                    + "(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

    private static final int LONGEST = 254;

    /** @throws IllegalArgumentException if the text is not canonical; use {@link #parse} for what somebody typed */
    public EmailAddress {
        if (!isCanonical(text)) {
            throw new IllegalArgumentException("Not a canonical email address");
        }
    }

    /** The canonical form of what somebody typed, or nothing when that is no email address. */
    public static Optional<EmailAddress> parse(String typed) {
        if (typed.length() > 4 * LONGEST) {
            return Optional.empty();
        }
        var canonical =
                Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return isCanonical(canonical) ? Optional.of(new EmailAddress(canonical)) : Optional.empty();
    }

    private static boolean isCanonical(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }
}
