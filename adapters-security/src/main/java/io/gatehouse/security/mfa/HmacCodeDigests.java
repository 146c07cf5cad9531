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

/** Digests with HMAC-SHA-256 (RFC 2104), under keys derived from those of the vault. */
public final class HmacCodeDigests implements CodeDigests {

    private static final String ALGORITHM = "HmacSHA256";

    /** Part of every digest in the log: another one, and no code given out before is recognised. */
    private static final String PURPOSE = "gatehouse codes";

    private final SecretKey current;
    private final List<SecretKey> all;

    /**
     * @param keys of the vault: the one under which new codes are digested first, then older ones that still count
     * @throws NoSuchElementException if there is none
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
    public List<SecretDigest> candidates(String subject, Secret typed) {
        return all.stream().map(key -> digest(key, subject, typed)).toList();
    }

    /** IDs contain no null character, so nothing else looks the same. */
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
