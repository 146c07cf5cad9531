package io.gatehouse.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Secret;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomSecretsTest {

    private final RandomSecrets secrets = new RandomSecrets();

    @Test
    void a_secret_is_256_lower_case_hexadecimal_digits() {
        assertThat(secrets.next().value()).matches("[0-9a-f]{256}");
    }

    @Test
    void a_short_secret_has_64_of_them() {
        assertThat(secrets.nextShort().value()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_recovery_code_has_ten_of_them() {
        assertThat(secrets.nextRecoveryCode().value()).matches("[0-9a-f]{10}");
    }

    @Test
    void no_two_are_the_same() {
        assertThat(secrets.next()).isNotEqualTo(secrets.next());
        assertThat(secrets.nextShort()).isNotEqualTo(secrets.nextShort());
        assertThat(secrets.nextRecoveryCode()).isNotEqualTo(secrets.nextRecoveryCode());
    }

    /** The chance that one of them is missing from a thousand codes is less than one in 10⁴³. */
    @Test
    void every_digit_comes_up_in_each_of_the_six_places_of_a_code() {
        var codes = Stream.generate(secrets::nextCode)
                .limit(1_000)
                .map(Secret::value)
                .toList();
        assertThat(codes).allMatch(code -> code.matches("[0-9]{6}"));
        IntStream.range(0, 6).forEach(place -> assertThat(
                        codes.stream().map(code -> code.charAt(place)).distinct())
                .hasSize(10));
    }

    @Test
    void a_code_is_in_latin_digits_even_where_people_write_others() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(secrets.nextCode().value()).matches("[0-9]{6}");
        } finally {
            Locale.setDefault(before);
        }
    }
}
