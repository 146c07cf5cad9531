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

    protected abstract MessageEncryption sealing();

    /** @return a sealing that has no key in common with {@link #sealing()} */
    protected abstract MessageEncryption foreignSealing();

    @Test
    void what_was_sealed_is_opened_in_the_same_order() {
        var variables = new LinkedHashMap<String, String>();
        variables.put("user", "Zoë \"Z\" O'Neil \\ </b>");
        variables.put("redirect", "https://example.com/?a=1&b=2#c");
        variables.put("phrase", "Golden fox");
        variables.put("agentDevice", "");
        variables.put("", "日本語 🦊 👩‍👩‍👧 \u0000 \u2028 \uFEFF \uD83D\uDE00");
        assertThat(sealing().decrypt(sealing().encrypt(variables))).containsExactlyEntriesOf(variables);
    }

    @Test
    void no_variables_are_opened_as_none() {
        assertThat(sealing().decrypt(sealing().encrypt(Map.of()))).isEmpty();
    }

    @Test
    void variables_changed_after_they_were_sealed_are_opened_as_they_were() {
        var variables = new LinkedHashMap<>(CODE);
        var ciphertext = sealing().encrypt(variables);
        variables.put("otp", "654321");
        assertThat(sealing().decrypt(ciphertext)).isEqualTo(CODE);
    }

    @Test
    void nothing_of_it_can_be_read_or_recognised() {
        var ciphertext = sealing().encrypt(CODE);
        assertThat(ciphertext.value()).doesNotContain("otp").doesNotContain("123456");
        assertThat(sealing().encrypt(CODE)).isNotEqualTo(ciphertext);
    }

    @Test
    void what_was_sealed_under_a_foreign_key_is_not_opened() {
        var ours = sealing().encrypt(CODE);
        var theirs = foreignSealing().encrypt(CODE);
        assertNotOpened(sealing(), theirs);
        assertNotOpened(foreignSealing(), ours);
    }

    @Test
    void what_has_been_tampered_with_is_not_opened() {
        assertThat(Altered.copiesOf(sealing().encrypt(CODE)))
                .isNotEmpty()
                .allSatisfy(altered -> assertNotOpened(sealing(), altered));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "....", "123456", "{\"otp\":\"123456\"}", "e30....", "🦊.🦊.🦊.🦊.🦊"})
    void what_was_never_sealed_is_not_opened(String text) {
        assertNotOpened(sealing(), new Ciphertext(text));
    }

    private static void assertNotOpened(MessageEncryption encryption, Ciphertext ciphertext) {
        assertThatIllegalArgumentException().isThrownBy(() -> encryption.decrypt(ciphertext));
    }
}
