package io.gatehouse.application.mfa.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Secret;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every promise of {@link Totp}. */
public abstract class TotpContract {

    /** The secret of both RFCs' examples: the ASCII digits 1 to 9 and 0, twice. */
    private static final Secret EXAMPLE = new Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    protected abstract Totp totp();

    @Test
    void a_step_lasts_30_seconds() {
        assertThat(Totp.STEP).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
    })
    void a_code_is_that_of_rfc_4226_appendix_d(long step, String code) {
        assertThat(totp().code(EXAMPLE, step)).isEqualTo(code);
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
        var step = seconds / Totp.STEP.toSeconds();
        assertThat(totp().code(EXAMPLE, step)).isEqualTo(eightDigits.substring(2));
    }

    /** The letter s as often as the number says, in Base32. The codes were computed with Python's hmac module. */
    @ParameterizedTest
    @CsvSource({
        "1, OM, 878724",
        "2, ONZQ, 164513",
        "3, ONZXG, 986538",
        "4, ONZXG4Y, 014557",
        "5, ONZXG43T, 514463",
        "16, ONZXG43TONZXG43TONZXG43TOM, 036977",
        "64, ONZXG43TONZXG43TONZXG43TONZXG43TONZXG43TONZXG43TONZXG43TONZXG43TONZXG43TONZXG43TONZXG43TONZXG43TONZXG4Y, 097132"
    })
    void a_secret_of_any_length_has_no_padding(int bytes, String secret, String code) {
        assertThat(totp().code(new Secret(secret), 1)).as(bytes + " bytes").isEqualTo(code);
    }

    /** 512 bits are 102 characters of five bits, and one of two bits, whose other three are zero. */
    @Test
    void a_new_secret_is_64_bytes_in_base32_without_padding() {
        assertThat(totp().newSecret().value()).matches("[A-Z2-7]{102}[AIQY]");
    }

    /** The chance that a random source misses one of them is less than one in 10¹⁰. */
    @Test
    void every_character_occurs_in_every_place_of_a_new_secret() {
        var totp = totp();
        var secrets =
                Stream.generate(totp::newSecret).limit(1_000).map(Secret::value).toList();
        assertThat(secrets).doesNotHaveDuplicates();
        IntStream.range(0, 102).forEach(place -> assertThat(
                        secrets.stream().map(secret -> secret.charAt(place)).distinct())
                .as("place " + place)
                .hasSize(32));
    }

    @Test
    void a_code_can_be_computed_for_a_new_secret() {
        assertThat(totp().code(totp().newSecret(), 1)).matches("[0-9]{6}");
    }

    @Test
    void a_code_has_latin_digits() {
        assertThat(totp().code(EXAMPLE, 0)).isEqualTo("755224");
    }
}
