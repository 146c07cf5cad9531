package io.gatehouse.security.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import io.gatehouse.application.message.MessageEncryption;
import io.gatehouse.application.message.MessageEncryptionContract;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.security.CompactJwe;
import io.gatehouse.security.EncryptionKey;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JweMessageEncryptionTest extends MessageEncryptionContract {

    private static final String HEXADECIMAL = "0f".repeat(32);
    private static final EncryptionKey NEW = EncryptionKey.parse(HEXADECIMAL);
    private static final EncryptionKey OLD = EncryptionKey.parse("a5".repeat(32));
    private static final EncryptionKey FOREIGN = EncryptionKey.parse("3c".repeat(32));
    private static final Map<String, String> CODE = Map.of("otp", "123456");

    private final JweMessageEncryption encryption = new JweMessageEncryption(List.of(NEW, OLD));

    @Override
    protected MessageEncryption encryption() {
        return encryption;
    }

    @Override
    protected MessageEncryption foreignEncryption() {
        return new JweMessageEncryption(List.of(FOREIGN));
    }

    @Test
    void a_worker_with_the_key_decrypts_a_json_object() throws ParseException, JOSEException {
        var jwe = JWEObject.parse(encryption.encrypt(CODE).value());
        jwe.decrypt(new DirectDecrypter(HexFormat.of().parseHex(HEXADECIMAL)));
        assertThat(jwe.getPayload()).hasToString("{\"otp\":\"123456\"}");
    }

    @Test
    void an_older_key_decrypts_but_does_not_encrypt() {
        var before = new JweMessageEncryption(List.of(OLD)).encrypt(CODE);
        assertThat(encryption.decrypt(before)).isEqualTo(CODE);
        refuses(new JweMessageEncryption(List.of(OLD)), encryption.encrypt(CODE));
    }

    @Test
    void a_text_that_is_no_ciphertext_is_refused_without_being_quoted() {
        refuses(encryption, new Ciphertext("{\"otp\":\"123456\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"123456", "[\"123456\"]", "{\"otp\":123456}", "{\"otp\":null}", "{\"otp\":{}}", "{", "null", ""})
    void payloads_other_than_an_object_of_texts_are_refused(String payload) {
        refuses(encryption, new CompactJwe(List.of(NEW)).encrypt(new Payload(payload)));
    }

    private static void refuses(JweMessageEncryption encryption, Ciphertext ciphertext) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encryption.decrypt(ciphertext))
                .withMessage("it was not encrypted with one of our keys, or has been tampered with")
                .withNoCause();
    }
}
