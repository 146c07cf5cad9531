package io.gatehouse.security.mfa;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.mfa.authenticator.Totp;
import io.gatehouse.application.mfa.authenticator.TotpContract;
import io.gatehouse.domain.Secret;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaOtpTotpTest extends TotpContract {

    private final JavaOtpTotp passwords = new JavaOtpTotp();

    @Override
    protected Totp totp() {
        return passwords;
    }

    @Test
    void a_new_secret_is_decoded_as_64_bytes_and_encoded_as_it_was() {
        var secret = passwords.newSecret().value();
        assertThat(new Base32().decode(secret)).hasSize(64);
        assertThat(new Base32().encodeToString(new Base32().decode(secret))).isEqualTo(secret + "=");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 16, 20, 64})
    void a_secret_may_lack_its_padding(int length) {
        var padded = new Base32().encodeToString("s".repeat(length).getBytes(US_ASCII));
        var bare = padded.replace("=", "");
        assertThat(passwords.code(new Secret(bare), 1)).isEqualTo(passwords.code(new Secret(padded), 1));
    }
}
