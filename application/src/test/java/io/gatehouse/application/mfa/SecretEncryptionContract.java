package io.gatehouse.application.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gatehouse.application.Altered;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every promise of {@link SecretEncryption}. */
public abstract class SecretEncryptionContract {

    private static final Secret SECRET = new Secret("JBSWY3DPEHPK3PXP");

    protected abstract SecretEncryption vault();

    /** @return a vault that has no key in common with {@link #vault()} */
    protected abstract SecretEncryption foreignVault();

    @ParameterizedTest
    @ValueSource(strings = {"JBSWY3DPEHPK3PXP", "0123456789 abcdef0123", "{\"a\":1}", "", "Zoë 🦊"})
    void what_was_sealed_is_opened_letter_for_letter(String text) {
        var secret = new Secret(text);
        assertThat(vault().decrypt(vault().encrypt(secret))).isEqualTo(secret);
    }

    @Test
    void nothing_of_it_can_be_read_or_recognised() {
        var ciphertext = vault().encrypt(SECRET);
        assertThat(ciphertext.value()).doesNotContain(SECRET.value());
        assertThat(ciphertext.toString()).doesNotContain(ciphertext.value());
        assertThat(vault().encrypt(SECRET)).isNotEqualTo(ciphertext);
    }

    @Test
    void what_was_sealed_under_a_foreign_key_is_not_opened() {
        var ours = vault().encrypt(SECRET);
        var theirs = foreignVault().encrypt(SECRET);
        assertNotOpened(vault(), theirs);
        assertNotOpened(foreignVault(), ours);
    }

    @Test
    void what_has_been_tampered_with_is_not_opened() {
        assertThat(Altered.copiesOf(vault().encrypt(SECRET)))
                .isNotEmpty()
                .allSatisfy(altered -> assertNotOpened(vault(), altered));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "....", "JBSWY3DPEHPK3PXP", "e30....", "🦊.🦊.🦊.🦊.🦊"})
    void what_was_never_sealed_is_not_opened(String text) {
        assertNotOpened(vault(), new Ciphertext(text));
    }

    private static void assertNotOpened(SecretEncryption encryption, Ciphertext ciphertext) {
        assertThatIllegalStateException().isThrownBy(() -> encryption.decrypt(ciphertext));
    }
}
