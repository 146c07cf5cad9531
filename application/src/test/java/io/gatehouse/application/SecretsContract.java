package io.gatehouse.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Secret;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every promise of {@link Secrets}. */
public abstract class SecretsContract {

    protected abstract Secrets secrets();

    @Test
    void a_secret_is_256_lower_case_hexadecimal_digits() {
        assertThat(secrets().next().value()).matches("[0-9a-f]{256}");
    }

    @Test
    void a_short_secret_is_64_lower_case_hexadecimal_digits() {
        assertThat(secrets().nextShort().value()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_code_is_six_decimal_digits() {
        assertThat(secrets().nextCode().value()).matches("[0-9]{6}");
    }

    @Test
    void a_recovery_code_is_ten_lower_case_hexadecimal_digits() {
        assertThat(secrets().nextRecoveryCode().value()).matches("[0-9a-f]{10}");
    }

    @Test
    void no_two_secrets_are_equal() {
        var secrets = secrets();
        assertThat(secrets.next()).isNotEqualTo(secrets.next());
        assertThat(secrets.nextShort()).isNotEqualTo(secrets.nextShort());
        assertThat(secrets.nextRecoveryCode()).isNotEqualTo(secrets.nextRecoveryCode());
    }

    @Test
    void every_digit_occurs_in_every_place() {
        var secrets = secrets();
        assertEveryDigitOccurs(secrets::next, 256, 16);
        assertEveryDigitOccurs(secrets::nextShort, 64, 16);
        assertEveryDigitOccurs(secrets::nextCode, 6, 10);
        assertEveryDigitOccurs(secrets::nextRecoveryCode, 10, 16);
    }

    @Test
    void a_code_has_latin_digits() {
        assertThat(secrets().nextCode().value()).matches("[0-9]{6}");
    }

    /** The chance that a random source misses one of them is less than one in 10²³. */
    private static void assertEveryDigitOccurs(Supplier<Secret> source, int places, int digits) {
        var secrets = Stream.generate(source).limit(1_000).map(Secret::value).toList();
        IntStream.range(0, places).forEach(place -> assertThat(secrets.stream().map(secret -> secret.charAt(place)))
                .as("place " + place)
                .extracting(digit -> Character.digit(digit, 16))
                .containsAll(IntStream.range(0, digits).boxed().toList()));
    }
}
