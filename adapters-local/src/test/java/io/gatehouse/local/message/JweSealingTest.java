package io.gatehouse.local.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import io.gatehouse.domain.message.Sealed;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JweSealingTest {

    private static final String HEXADECIMAL = "0f".repeat(32);
    private static final SealingKey NEW = SealingKey.parse(HEXADECIMAL);
    private static final SealingKey OLD = SealingKey.parse("a5".repeat(32));
    private static final Map<String, String> CODE = Map.of("otp", "123456");

    private final JweSealing sealing = new JweSealing(List.of(NEW, OLD));

    @Test
    void what_was_sealed_is_opened_in_the_same_order() {
        var variables = new LinkedHashMap<String, String>();
        variables.put("user", "Zoë \"Z\" O'Neil \\ </b>");
        variables.put("redirect", "https://example.com/?a=1&b=2#c");
        variables.put("phrase", "Golden fox");
        variables.put("agentDevice", "");
        variables.put("", "日本語 🦊 👩‍👩‍👧 \u0000 \u2028 \uFEFF \uD83D\uDE00");
        assertThat(sealing.open(sealing.seal(variables))).containsExactlyEntriesOf(variables);
    }

    @Test
    void a_worker_with_the_key_and_any_jose_library_can_open_it() throws ParseException, JOSEException {
        var jwe = JWEObject.parse(sealing.seal(CODE).value());
        assertThat(jwe.getHeader().toJSONObject())
                .containsOnly(
                        entry("alg", "dir"),
                        entry("enc", "A256GCM"),
                        entry("kid", NEW.jwk().getKeyID()));
        jwe.decrypt(new DirectDecrypter(HexFormat.of().parseHex(HEXADECIMAL)));
        assertThat(jwe.getPayload()).hasToString("{\"otp\":\"123456\"}");
    }

    @Test
    void the_same_is_never_sealed_the_same_way_twice() {
        assertThat(sealing.seal(CODE)).isNotEqualTo(sealing.seal(CODE));
    }

    @Test
    void an_older_key_still_opens_and_no_longer_seals() {
        var before = new JweSealing(List.of(OLD)).seal(CODE);
        assertThat(sealing.open(before)).isEqualTo(CODE);
        refuses(new JweSealing(List.of(OLD)), sealing.seal(CODE));
    }

    @Test
    void a_key_that_is_gone_opens_nothing() {
        refuses(new JweSealing(List.of(NEW)), new JweSealing(List.of(OLD)).seal(CODE));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 4})
    void nothing_can_be_changed_unnoticed(int part) {
        var parts = sealing.seal(CODE).value().split("\\.", -1);
        parts[part] = (parts[part].startsWith("A") ? "B" : "A") + parts[part].substring(1);
        refuses(sealing, new Sealed(String.join(".", parts)));
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
    void what_was_never_sealed_cannot_be_opened(String rubbish) {
        refuses(sealing, new Sealed(rubbish));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "[\"123456\"]", "{\"otp\":123456}", "{\"otp\":null}", "{\"otp\":{}}", "{"})
    void only_texts_by_name_are_variables(String payload) throws JOSEException {
        refuses(sealing, sealed(payload, EncryptionMethod.A256GCM));
    }

    @Test
    void our_key_with_another_method_opens_nothing() throws JOSEException {
        refuses(sealing, sealed("{\"otp\":\"123456\"}", EncryptionMethod.A128CBC_HS256));
    }

    private static Sealed sealed(String payload, EncryptionMethod method) throws JOSEException {
        var jwe = new JWEObject(new JWEHeader(JWEAlgorithm.DIR, method), new Payload(payload));
        jwe.encrypt(new DirectEncrypter(NEW.jwk()));
        return new Sealed(jwe.serialize());
    }

    private static void refuses(JweSealing sealing, Sealed sealed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sealing.open(sealed))
                .withMessage("it was not sealed under one of our keys, or has been tampered with")
                .withNoCause();
    }
}
