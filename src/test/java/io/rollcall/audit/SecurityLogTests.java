package io.rollcall.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.DomainTest;
import io.rollcall.Generator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionOperations;

/** The log {@code rollcall.security}: what it says, when, and that text in it stays text. */
@DomainTest
@ExtendWith(OutputCaptureExtension.class)
class SecurityLogTests {

    private static final AuditLog.Party ADA = new AuditLog.Party(7L, "Ada");

    @Autowired
    private AuditLog audit;

    @Autowired
    private TransactionOperations transaction;

    @Test
    @Tag("S60")
    void anEntryIsOneLineOnceItIsCommitted(CapturedOutput output) {
        transaction.executeWithoutResult(tx -> {
            audit.append(AuditKind.SIGN_IN_FAILED, AuditLog.Party.NOBODY, ADA, "203.0.113.7", null);
            assertThat(output).doesNotContain("SIGN_IN_FAILED");
        });

        assertThat(output.getOut().lines().filter(line -> line.contains("rollcall.security")))
                .singleElement()
                .asString()
                .endsWith("event=SIGN_IN_FAILED at=2026-11-21T12:00:00Z subject_id=7 subject=\"Ada\" ip=203.0.113.7");
    }

    @Test
    @Tag("S60")
    void whatIsRolledBackHasNoLine(CapturedOutput output) {
        transaction.executeWithoutResult(tx -> {
            audit.append(AuditKind.USER_DISABLED, ADA, ADA, null, null);
            tx.setRollbackOnly();
        });

        assertThat(output).doesNotContain("USER_DISABLED");
    }

    @ParameterizedTest
    @Tag("S42")
    @CsvSource({
        "'a\"b', 'a\\\"b'",
        "'a\\b', 'a\\\\b'",
        "'a\r\nevent=SIGNED_IN', 'a\\u000D\\u000Aevent=SIGNED_IN'",
        "'a\u001b[31mb', 'a\\u001B[31mb'",
        "'a\u009b31mb', 'a\\u009B31mb'",
        "'a\u202eb\u2066c', 'a\\u202Eb\\u2066c'",
        "'a\u2028b\u2029c\u0085d', 'a\\u2028b\\u2029c\\u0085d'",
        "'a\u200bb\ufeffc\u00a0d', 'a\\u200Bb\\uFEFFc\\u00A0d'",
        "'\ud83d\ude00 Zoë Ωδ', '\ud83d\ude00 Zoë Ωδ'",
        "'\udb40\udc41', '\\uDB40\\uDC41'"
    })
    void whatCouldBeTakenForSomethingElseIsWrittenAsNumbers(String name, String shown) {
        assertThat(lineOf(name)).isEqualTo("subject=\"" + shown + "\"");
    }

    @Test
    @Tag("S42")
    void aLoneSurrogateIsANumberToo() {
        assertThat(lineOf("a\ud800")).isEqualTo("subject=\"a\\uD800\"");
    }

    @Test
    @Tag("S60")
    void aTextIsAtMost200CharactersWhateverBecomesOfThem() {
        assertThat(lineOf("x".repeat(199))).hasSize("subject=\"\"".length() + 199);
        assertThat(lineOf("x".repeat(5_000)))
                .hasSize("subject=\"\"".length() + 200)
                .endsWith("x…\"");
        assertThat(lineOf("\n".repeat(5_000)))
                .hasSizeLessThanOrEqualTo("subject=\"\"".length() + 200)
                .endsWith("\\u000A…\"");
    }

    @Test
    @Tag("S42")
    void anyTextAtAllStaysOneQuotedValueOnOneLine() {
        Generator.tries(20_000, any -> {
            var name = new StringBuilder();
            for (var length = any.nextInt(300); length > 0; length--) {
                name.append((char) (any.nextBoolean() ? any.nextInt(0x100) : any.nextInt(0x10000)));
            }
            assertThat(lineOf(name.toString()))
                    .hasSizeLessThanOrEqualTo("subject=\"\"".length() + 200)
                    .matches("subject=\"(?:[^\"\\\\\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]"
                            + "|\\\\[\"\\\\]|\\\\u[0-9A-F]{4})*\"");
        });
    }

    private static String lineOf(String name) {
        return new KeyValueLine().text("subject", name).toString();
    }
}
