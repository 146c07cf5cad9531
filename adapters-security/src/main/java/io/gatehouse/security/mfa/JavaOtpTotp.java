package io.gatehouse.security.mfa;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import io.gatehouse.application.mfa.authenticator.Totp;
import io.gatehouse.domain.Secret;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** One-time passwords that count steps of time (RFC 6238) where those of RFC 4226 count log-ins. */
public final class JavaOtpTotp implements Totp {

    private static final int DIGITS = 6;

    /** A whole block of SHA-1: the longest key that HMAC takes as it is (RFC 2104 §3). */
    private static final int SECRET_BYTES = 64;

    private final HmacOneTimePasswordGenerator generator = new HmacOneTimePasswordGenerator(DIGITS);
    private final Base32 base32 = new Base32();
    private final SecureRandom random = new SecureRandom();

    @Override
    public Secret newSecret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return new Secret(base32.encodeToString(bytes).replace("=", ""));
    }

    /** In Latin digits, whatever the language of the machine. */
    @Override
    public String code(Secret secret, long step) {
        var key = new SecretKeySpec(base32.decode(secret.value()), generator.getAlgorithm());
        try {
            return generator.generateOneTimePasswordString(key, step, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("every HMAC takes every key", impossible);
        }
    }
}
