package io.gatehouse.application.mfa;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.gatehouse.application.mfa.authenticator.Totp;
import io.gatehouse.domain.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Secrets that count up instead of being random, and real codes for them: RFC 4226, section 5.3. */
public final class CountingTotp implements Totp {

    private final AtomicInteger given = new AtomicInteger();

    @Override
    public Secret newSecret() {
        return new Secret("%0103d".formatted(given.incrementAndGet()).replace('0', 'A'));
    }

    @Override
    public String code(Secret secret, long step) {
        var mac = ByteBuffer.wrap(hmac(secret, step));
        var offset = mac.get(mac.capacity() - 1) & 0xf;
        return "%06d".formatted((mac.getInt(offset) & Integer.MAX_VALUE) % 1_000_000);
    }

    private static byte[] hmac(Secret secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.value().getBytes(US_ASCII), mac.getAlgorithm()));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-1", impossible);
        }
    }
}
