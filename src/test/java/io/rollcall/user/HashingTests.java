package io.rollcall.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.DomainTest;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a stolen hash costs to guess. */
@DomainTest
@Tag("S31")
class HashingTests {

    private static final String PASSWORD = "a violet bicycle";
    private static final String KIND = "{pbkdf2}";

    @Autowired
    private UserImport accounts;

    /** Recomputed with the JDK alone, as the hash itself does not say how often. */
    @Test
    void aPasswordIsHashedTwoHundredAndTenThousandTimesWithASaltOfItsOwn() throws GeneralSecurityException {
        var stored = accounts.hash(PASSWORD);
        assertThat(stored).startsWith(KIND);
        var bytes = HexFormat.of().parseHex(stored.substring(KIND.length()));
        var salt = Arrays.copyOf(bytes, 16);
        var hash = Arrays.copyOfRange(bytes, 16, bytes.length);
        assertThat(hash.length).isGreaterThanOrEqualTo(32);

        var spec = new PBEKeySpec(PASSWORD.toCharArray(), salt, 210_000, hash.length * 8);
        assertThat(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                        .generateSecret(spec)
                        .getEncoded())
                .isEqualTo(hash);
        assertThat(accounts.hash(PASSWORD)).isNotEqualTo(stored);
    }
}
