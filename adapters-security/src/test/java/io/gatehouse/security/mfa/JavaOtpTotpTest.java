package io.gatehouse.security.mfa;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Secret;
import java.util.Locale;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaOtpTotpTest {

    /** The secret of both RFCs' examples: the ASCII digits 1 to 9 and 0, twice. */
    private static final Secret EXAMPLE = new Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    private final JavaOtpTotp passwords = new JavaOtpTotp();

    @ParameterizedTest
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
    })
    void a_code_is_that_of_rfc_4226_appendix_d(long step, String code) {
        assertThat(passwords.code(EXAMPLE, step)).isEqualTo(code);
    }

    /** The RFC shows eight digits; six are their end (RFC 4226 §5.3). */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void a_code_is_that_of_rfc_6238_appendix_b(long seconds, String eightDigits) {
        var step = seconds / JavaOtpTotp.STEP.toSeconds();
        assertThat(passwords.code(EXAMPLE, step)).isEqualTo(eightDigits.substring(2));
    }

    @Test
    void a_new_secret_is_64_bytes_in_base32_without_padding() {
        var secret = passwords.newSecret().value();
        assertThat(secret).matches("[A-Z2-7]{103}");
        assertThat(new Base32().decode(secret)).hasSize(64);
        assertThat(new Base32().encodeToString(new Base32().decode(secret))).isEqualTo(secret + "=");
    }

    @Test
    void no_two_secrets_are_the_same() {
        assertThat(passwords.newSecret()).isNotEqualTo(passwords.newSecret());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 16, 20, 64})
    void a_secret_may_lack_its_padding(int length) {
        var padded = new Base32().encodeToString("s".repeat(length).getBytes(US_ASCII));
        var bare = padded.replace("=", "");
        assertThat(passwords.code(new Secret(bare), 1)).isEqualTo(passwords.code(new Secret(padded), 1));
    }

    @Test
    void a_code_is_in_latin_digits_even_where_people_write_others() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(passwords.code(EXAMPLE, 0)).isEqualTo("755224");
        } finally {
            Locale.setDefault(before);
        }
    }
}
