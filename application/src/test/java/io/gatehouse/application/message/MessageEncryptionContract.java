package io.gatehouse.application.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gatehouse.application.Altered;
import io.gatehouse.domain.Ciphertext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every promise of {@link MessageEncryption}. */
public abstract class MessageEncryptionContract {

    private static final Map<String, String> CODE = Map.of("otp", "123456");

    protected abstract MessageEncryption encryption();

    /** @return an encryption that has no key in common with {@link #encryption()} */
    protected abstract MessageEncryption foreignEncryption();

    @Test
    void encrypted_variables_are_decrypted_in_the_same_order() {
        var variables = new LinkedHashMap<String, String>();
        variables.put("user", "Zoë \"Z\" O'Neil \\ </b>");
        variables.put("redirect", "https://example.com/?a=1&b=2#c");
        variables.put("phrase", "Golden fox");
        variables.put("agentDevice", "");
        variables.put("", "日本語 🦊 👩‍👩‍👧 \u0000 \u2028 \uFEFF \uD83D\uDE00");
        assertThat(encryption().decrypt(encryption().encrypt(variables))).containsExactlyEntriesOf(variables);
    }

    @Test
    void an_empty_map_is_decrypted_as_empty() {
        assertThat(encryption().decrypt(encryption().encrypt(Map.of()))).isEmpty();
    }

    @Test
    void a_change_of_the_map_after_encryption_does_not_change_the_ciphertext() {
        var variables = new LinkedHashMap<>(CODE);
        var ciphertext = encryption().encrypt(variables);
        variables.put("otp", "654321");
        assertThat(encryption().decrypt(ciphertext)).isEqualTo(CODE);
    }

    @Test
    void a_ciphertext_does_not_contain_the_plaintext_and_differs_every_time() {
        var ciphertext = encryption().encrypt(CODE);
        assertThat(ciphertext.value()).doesNotContain("otp").doesNotContain("123456");
        assertThat(encryption().encrypt(CODE)).isNotEqualTo(ciphertext);
    }

    @Test
    void a_ciphertext_under_a_foreign_key_is_not_decrypted() {
        var ours = encryption().encrypt(CODE);
        var theirs = foreignEncryption().encrypt(CODE);
        assertNotDecrypted(encryption(), theirs);
        assertNotDecrypted(foreignEncryption(), ours);
    }

    @Test
    void a_changed_ciphertext_is_not_decrypted() {
        assertThat(Altered.copiesOf(encryption().encrypt(CODE)))
                .isNotEmpty()
                .allSatisfy(altered -> assertNotDecrypted(encryption(), altered));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "....", "123456", "{\"otp\":\"123456\"}", "e30....", "🦊.🦊.🦊.🦊.🦊"})
    void a_text_that_is_no_ciphertext_is_not_decrypted(String text) {
        assertNotDecrypted(encryption(), new Ciphertext(text));
    }

    private static void assertNotDecrypted(MessageEncryption encryption, Ciphertext ciphertext) {
        assertThatIllegalArgumentException().isThrownBy(() -> encryption.decrypt(ciphertext));
    }
}
