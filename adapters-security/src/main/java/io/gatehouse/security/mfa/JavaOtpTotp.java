package io.gatehouse.security.mfa;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import io.gatehouse.application.mfa.authenticator.Totp;
import io.gatehouse.domain.Secret;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** TOTP (RFC 6238) on top of an HOTP library (RFC 4226): the time step takes the place of the counter. */
public final class JavaOtpTotp implements Totp {

    private static final int DIGITS = 6;

    /** One block of SHA-1: the longest key that HMAC uses without hashing it first (RFC 2104 §3). */
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

    /** In ASCII digits, regardless of the machine's locale. */
    @Override
    public String code(Secret secret, long step) {
        var key = new SecretKeySpec(base32.decode(secret.value()), generator.getAlgorithm());
        try {
            return generator.generateOneTimePasswordString(key, step, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("HMAC accepts any key", impossible);
        }
    }
}
