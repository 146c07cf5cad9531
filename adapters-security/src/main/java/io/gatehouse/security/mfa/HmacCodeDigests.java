package io.gatehouse.security.mfa;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.application.mfa.CodeDigests;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.security.EncryptionKey;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Digests with HMAC-SHA-256 (RFC 2104), under keys derived from the vault keys. */
public final class HmacCodeDigests implements CodeDigests {

    private static final String ALGORITHM = "HmacSHA256";

    /** Determines every digest in the log: with another purpose, no code issued before would be recognised. */
    private static final String PURPOSE = "gatehouse codes";

    private final SecretKey current;
    private final List<SecretKey> all;

    /**
     * @param keys the vault keys: new codes are digested under the first one, earlier codes are recognised under any
     * @throws NoSuchElementException if there is no key
     */
    public HmacCodeDigests(List<EncryptionKey> keys) {
        all = keys.stream().map(key -> key.derive(ALGORITHM, PURPOSE)).toList();
        current = all.getFirst();
    }

    @Override
    public SecretDigest of(String subject, Secret code) {
        return digest(current, subject, code);
    }

    @Override
    public List<SecretDigest> candidates(String subject, Secret code) {
        return all.stream().map(key -> digest(key, subject, code)).toList();
    }

    /** The null character separates the two: IDs contain none, so no other subject and code have the same digest. */
    private static SecretDigest digest(SecretKey key, String subject, Secret code) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(subject.getBytes(UTF_8));
            mac.update((byte) 0);
            return new SecretDigest(
                    HexFormat.of().formatHex(mac.doFinal(code.value().getBytes(UTF_8))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
        }
    }
}
