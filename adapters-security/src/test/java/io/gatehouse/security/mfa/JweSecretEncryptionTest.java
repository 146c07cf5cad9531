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

    private final JweSecretEncryption vault = new JweSecretEncryption(List.of(NEW, OLD));
    private final JweSecretEncryption before = new JweSecretEncryption(List.of(OLD));

    @Override
    protected SecretEncryption vault() {
        return vault;
    }

    @Override
    protected SecretEncryption foreignVault() {
        return new JweSecretEncryption(List.of(FOREIGN));
    }

    @Test
    void what_was_sealed_under_an_older_key_still_opens() {
        var secret = new Secret("JBSWY3DPEHPK3PXP");
        assertThat(vault.decrypt(before.encrypt(secret))).isEqualTo(secret);
    }

    @Test
    void vaults_without_a_key_in_common_open_nothing_of_each_other() {
        var after = new JweSecretEncryption(List.of(NEW));
        refuses(after, before.encrypt(new Secret("JBSWY3DPEHPK3PXP")));
        refuses(before, after.encrypt(new Secret("JBSWY3DPEHPK3PXP")));
    }

    @Test
    void what_has_been_tampered_with_stays_closed() {
        var sealed = vault.encrypt(new Secret("JBSWY3DPEHPK3PXP")).value();
        var last = sealed.lastIndexOf('.') + 1;
        refuses(vault, new Ciphertext(sealed.substring(0, last) + "A".repeat(sealed.length() - last)));
    }

    @Test
    void what_was_never_sealed_is_not_quoted() {
        refuses(vault, new Ciphertext("JBSWY3DPEHPK3PXP"));
    }

    @Test
    void there_must_be_a_key() {
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> new JweSecretEncryption(List.of()));
    }

    private static void refuses(JweSecretEncryption vault, Ciphertext ciphertext) {
        assertThatIllegalStateException()
                .isThrownBy(() -> vault.decrypt(ciphertext))
                .withMessage("a secret at rest was not sealed under one of our vault keys, or has been tampered with")
                .withNoCause();
    }
}
