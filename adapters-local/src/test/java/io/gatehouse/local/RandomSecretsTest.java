package io.gatehouse.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RandomSecretsTest {

    private final RandomSecrets secrets = new RandomSecrets();

    @Test
    void a_secret_is_256_lower_case_hexadecimal_digits() {
        assertThat(secrets.next().value()).matches("[0-9a-f]{256}");
    }

    @Test
    void no_two_are_the_same() {
        assertThat(secrets.next()).isNotEqualTo(secrets.next());
    }
}
