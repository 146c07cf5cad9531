package io.gatehouse.security.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gatehouse.application.mfa.SecretEncryption;
import io.gatehouse.application.mfa.SecretEncryptionContract;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Secret;
import io.gatehouse.security.EncryptionKey;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class JweSecretEncryptionTest extends SecretEncryptionContract {

    private static final EncryptionKey NEW = EncryptionKey.parse("0f".repeat(32));
    private static final EncryptionKey OLD = EncryptionKey.parse("a5".repeat(32));
    private static final EncryptionKey FOREIGN = EncryptionKey.parse("3c".repeat(32));

    private final JweSecretEncryption encryption = new JweSecretEncryption(List.of(NEW, OLD));
    private final JweSecretEncryption before = new JweSecretEncryption(List.of(OLD));

    @Override
    protected SecretEncryption encryption() {
        return encryption;
    }

    @Override
    protected SecretEncryption foreignEncryption() {
        return new JweSecretEncryption(List.of(FOREIGN));
    }

    @Test
    void a_secret_encrypted_under_an_older_key_is_decrypted() {
        var secret = new Secret("JBSWY3DPEHPK3PXP");
        assertThat(encryption.decrypt(before.encrypt(secret))).isEqualTo(secret);
    }

    @Test
    void a_ciphertext_is_not_decrypted_without_its_key() {
        var after = new JweSecretEncryption(List.of(NEW));
        refuses(after, before.encrypt(new Secret("JBSWY3DPEHPK3PXP")));
        refuses(before, after.encrypt(new Secret("JBSWY3DPEHPK3PXP")));
    }

    @Test
    void a_replaced_authentication_tag_is_refused() {
        var ciphertext = encryption.encrypt(new Secret("JBSWY3DPEHPK3PXP")).value();
        var last = ciphertext.lastIndexOf('.') + 1;
        refuses(encryption, new Ciphertext(ciphertext.substring(0, last) + "A".repeat(ciphertext.length() - last)));
    }

    @Test
    void a_text_that_is_no_ciphertext_is_refused_without_being_quoted() {
        refuses(encryption, new Ciphertext("JBSWY3DPEHPK3PXP"));
    }

    @Test
    void without_a_key_construction_fails() {
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> new JweSecretEncryption(List.of()));
    }

    private static void refuses(JweSecretEncryption encryption, Ciphertext ciphertext) {
        assertThatIllegalStateException()
                .isThrownBy(() -> encryption.decrypt(ciphertext))
                .withMessage("a secret at rest was not encrypted with one of our vault keys, or has been tampered with")
                .withNoCause();
    }
}
