package io.gatehouse.application.mfa;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.gatehouse.application.mfa.authenticator.Totp;
import io.gatehouse.domain.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Secrets that are digests of a counter, the same in every run, and real codes for them: RFC 4226, section 5.3. */
public final class CountingTotp implements Totp {

    private final AtomicInteger given = new AtomicInteger();

    @Override
    public Secret newSecret() {
        var counter = Integer.toString(given.incrementAndGet()).getBytes(US_ASCII);
        try {
            return new Secret(Base32.encode(MessageDigest.getInstance("SHA-512").digest(counter)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-512", impossible);
        }
    }

    @Override
    public String code(Secret secret, long step) {
        var mac = ByteBuffer.wrap(hmac(Base32.decode(secret.value()), step));
        var offset = mac.get(mac.capacity() - 1) & 0xf;
        return String.format(Locale.ROOT, "%06d", (mac.getInt(offset) & Integer.MAX_VALUE) % 1_000_000);
    }

    private static byte[] hmac(byte[] key, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-1", impossible);
        }
    }
}
