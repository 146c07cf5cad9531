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

    protected abstract SecretEncryption encryption();

    /** @return an encryption that has no key in common with {@link #encryption()} */
    protected abstract SecretEncryption foreignEncryption();

    @ParameterizedTest
    @ValueSource(strings = {"JBSWY3DPEHPK3PXP", "0123456789 abcdef0123", "{\"a\":1}", "", "Zoë 🦊"})
    void an_encrypted_secret_is_decrypted_unchanged(String text) {
        var secret = new Secret(text);
        assertThat(encryption().decrypt(encryption().encrypt(secret))).isEqualTo(secret);
    }

    @Test
    void a_ciphertext_does_not_contain_the_plaintext_and_differs_every_time() {
        var ciphertext = encryption().encrypt(SECRET);
        assertThat(ciphertext.value()).doesNotContain(SECRET.value());
        assertThat(ciphertext.toString()).doesNotContain(ciphertext.value());
        assertThat(encryption().encrypt(SECRET)).isNotEqualTo(ciphertext);
    }

    @Test
    void a_ciphertext_under_a_foreign_key_is_not_decrypted() {
        var ours = encryption().encrypt(SECRET);
        var theirs = foreignEncryption().encrypt(SECRET);
        assertNotDecrypted(encryption(), theirs);
        assertNotDecrypted(foreignEncryption(), ours);
    }

    @Test
    void a_changed_ciphertext_is_not_decrypted() {
        assertThat(Altered.copiesOf(encryption().encrypt(SECRET)))
                .isNotEmpty()
                .allSatisfy(altered -> assertNotDecrypted(encryption(), altered));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "....", "JBSWY3DPEHPK3PXP", "e30....", "🦊.🦊.🦊.🦊.🦊"})
    void a_text_that_is_no_ciphertext_is_not_decrypted(String text) {
        assertNotDecrypted(encryption(), new Ciphertext(text));
    }

    private static void assertNotDecrypted(SecretEncryption encryption, Ciphertext ciphertext) {
        assertThatIllegalStateException().isThrownBy(() -> encryption.decrypt(ciphertext));
    }
}
