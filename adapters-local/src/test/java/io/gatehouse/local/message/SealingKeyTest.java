package io.gatehouse.local.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingKeyTest {

    private static final String DIGITS = "0123456789abcdef".repeat(4);

    @Test
    void a_key_is_64_hexadecimal_digits_however_they_are_surrounded() {
        assertThat(SealingKey.parse(DIGITS + "\n").jwk())
                .isEqualTo(SealingKey.parse(DIGITS).jwk());
        assertThat(SealingKey.parse(DIGITS).jwk().toByteArray()).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "changeme",
                "0123456789abcdef",
                "0123456789abcdef0123456789abcdef0123456789abcdef012345678secret!"
            })
    void anything_else_is_refused_without_being_quoted(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealingKey.parse(text))
                .withMessage("a sealing key must be 64 hexadecimal digits")
                .withNoCause();
    }

    @Test
    void a_kept_key_is_the_same_after_a_restart(@TempDir Path folder) throws IOException {
        var file = folder.resolve("sealing-key");
        assertThat(SealingKey.kept(file).jwk()).isEqualTo(SealingKey.kept(file).jwk());
        assertThat(Files.readString(file)).matches("[0-9a-f]{64}");
    }
}
