package io.gatehouse.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import io.gatehouse.domain.Ciphertext;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactJweTest {

    private static final String HEXADECIMAL = "0f".repeat(32);
    private static final EncryptionKey NEW = EncryptionKey.parse(HEXADECIMAL);
    private static final EncryptionKey OLD = EncryptionKey.parse("a5".repeat(32));
    private static final String TEXT = "Zoë's code is 123456 🦊";

    private final CompactJwe jwe = new CompactJwe(List.of(NEW, OLD));

    @Test
    void an_encrypted_text_can_be_decrypted() {
        assertThat(jwe.decrypt(encrypted()).map(Payload::toString)).contains(TEXT);
    }

    @Test
    void any_jose_library_can_decrypt_with_the_key() throws ParseException, JOSEException {
        var object = JWEObject.parse(encrypted().value());
        assertThat(object.getHeader().toJSONObject())
                .containsOnly(
                        entry("alg", "dir"),
                        entry("enc", "A256GCM"),
                        entry("kid", NEW.jwk().getKeyID()));
        object.decrypt(new DirectDecrypter(HexFormat.of().parseHex(HEXADECIMAL)));
        assertThat(object.getPayload()).hasToString(TEXT);
    }

    @Test
    void equal_texts_have_different_ciphertexts() {
        assertThat(encrypted()).isNotEqualTo(encrypted());
    }

    @Test
    void an_older_key_decrypts_but_does_not_encrypt() {
        var before = new CompactJwe(List.of(OLD));
        assertThat(jwe.decrypt(before.encrypt(new Payload(TEXT))).map(Payload::toString))
                .contains(TEXT);
        assertThat(before.decrypt(encrypted())).isEmpty();
    }

    @Test
    void a_removed_key_does_not_decrypt() {
        var before = new CompactJwe(List.of(OLD)).encrypt(new Payload(TEXT));
        assertThat(new CompactJwe(List.of(NEW)).decrypt(before)).isEmpty();
    }

    @Test
    void without_a_key_construction_fails() {
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> new CompactJwe(List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 4})
    void a_ciphertext_with_any_changed_part_is_refused(int part) {
        var parts = encrypted().value().split("\\.", -1);
        parts[part] = (parts[part].startsWith("A") ? "B" : "A") + parts[part].substring(1);
        assertThat(jwe.decrypt(new Ciphertext(String.join(".", parts)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "....",
                "123456",
                "{\"otp\":\"123456\"}",
                "eyJhbGciOiJub25lIn0.eyJvdHAiOiIxMjM0NTYifQ.",
                "eyJhbGciOiJkaXIifQ....",
                "e30....",
                "bnVsbA....",
                "🦊.🦊.🦊.🦊.🦊"
            })
    void a_text_that_is_no_ciphertext_is_refused(String text) {
        assertThat(jwe.decrypt(new Ciphertext(text))).isEmpty();
    }

    @Test
    void a_ciphertext_by_another_encryption_method_is_refused() throws JOSEException {
        assertThat(jwe.decrypt(encryptedWith(EncryptionMethod.A256GCM))).isPresent();
        assertThat(jwe.decrypt(encryptedWith(EncryptionMethod.A128CBC_HS256))).isEmpty();
    }

    private Ciphertext encrypted() {
        return jwe.encrypt(new Payload(TEXT));
    }

    private static Ciphertext encryptedWith(EncryptionMethod method) throws JOSEException {
        var object = new JWEObject(new JWEHeader(JWEAlgorithm.DIR, method), new Payload(TEXT));
        object.encrypt(new DirectEncrypter(NEW.jwk()));
        return new Ciphertext(object.serialize());
    }
}
