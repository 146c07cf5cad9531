package io.gatehouse.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionKeyTest {

    private static final String DIGITS = "0123456789abcdef".repeat(4);

    @Test
    void a_key_is_64_hexadecimal_digits_with_any_surrounding_space() {
        assertThat(EncryptionKey.parse(DIGITS + "\n").jwk())
                .isEqualTo(EncryptionKey.parse(DIGITS).jwk());
        assertThat(EncryptionKey.parse(DIGITS).jwk().toByteArray()).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "changeme",
                "0123456789abcdef",
                "0123456789abcdef0123456789abcdef0123456789abcdef012345678secret!"
            })
    void other_texts_are_refused_without_being_quoted(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncryptionKey.parse(text))
                .withMessage("an encryption key must be 64 hexadecimal digits")
                .withNoCause();
    }

    @Test
    void a_stored_key_is_the_same_after_a_restart(@TempDir Path folder) throws IOException {
        var file = folder.resolve("encryption-key");
        assertThat(EncryptionKey.fromFile(file).jwk())
                .isEqualTo(EncryptionKey.fromFile(file).jwk());
        assertThat(Files.readString(file)).matches("[0-9a-f]{64}");
    }

    /** The expected value is printed by {@code openssl kdf -kdfopt mode:EXPAND_ONLY … HKDF}. */
    @Test
    void a_derived_key_is_hkdf_of_the_key_and_the_purpose() {
        var derived = EncryptionKey.parse("0f".repeat(32)).derive("HmacSHA256", "gatehouse codes");
        assertThat(derived.getAlgorithm()).isEqualTo("HmacSHA256");
        assertThat(derived.getEncoded())
                .asHexString()
                .isEqualToIgnoringCase("df16b06b11815c83badf9060e30cbbcd6ae8b60bc249639b50204c03bd9eda84");
    }

    @Test
    void derived_keys_of_different_purposes_differ() {
        var key = EncryptionKey.parse(DIGITS);
        assertThat(key.derive("AES", "one")).isEqualTo(key.derive("AES", "one"));
        assertThat(key.derive("AES", "one")).isNotEqualTo(key.derive("AES", "another"));
    }

    @Test
    void the_text_of_a_key_is_hidden() {
        assertThat(EncryptionKey.parse(DIGITS)).hasToString("EncryptionKey[hidden]");
    }
}
