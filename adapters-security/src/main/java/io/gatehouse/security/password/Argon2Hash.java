package io.gatehouse.security.password;

import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.PlainPassword;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** An Argon2id hash, with the parameters and the salt that it takes to compute it again. */
final class Argon2Hash {

    /** 128 bits of salt and 256 bits of tag, as RFC 9106 §4 recommends. */
    static final int SALT_BYTES = 16;

    private static final int TAG_BYTES = 32;

    /**
     * {@code $argon2id$v=19$m=19456,t=2,p=1,n=nfc$salt$tag}, with salt and tag in Base64 without padding. Without
     * {@code n=nfc} the hash was made of the password as it was sent, before passwords were composed. The costs may be
     * in digits of any script: earlier versions wrote them in those of the default locale.
     */
    private static final Pattern PHC = Pattern.compile("\\$argon2id\\$v=19"
            + "\\$m=(\\p{Nd}{1,8}),t=(\\p{Nd}{1,4}),p=(\\p{Nd}{1,4})(,n=nfc)?"
            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");

    private final Argon2Cost cost;
    private final byte[] salt;
    private final byte[] tag;
    private final boolean composed;

    private Argon2Hash(Argon2Cost cost, boolean composed, byte[] salt, byte[] tag) {
        this.cost = cost;
        this.composed = composed;
        this.salt = salt;
        this.tag = tag;
    }

    static Argon2Hash of(PlainPassword password, Argon2Cost cost, byte[] salt) {
        return new Argon2Hash(cost, true, salt, tag(password.composed(), cost, salt, TAG_BYTES));
    }

    /** @return empty for anything but a well-formed Argon2id hash */
    static Optional<Argon2Hash> parse(PasswordHash hash) {
        var phc = PHC.matcher(hash.value());
        try {
            return phc.matches() ? Optional.of(of(phc)) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Argon2Hash of(MatchResult phc) {
        var cost = new Argon2Cost(number(phc.group(1)), number(phc.group(2)), number(phc.group(3)));
        var base64 = Base64.getDecoder();
        return new Argon2Hash(cost, phc.group(4) != null, base64.decode(phc.group(5)), base64.decode(phc.group(6)));
    }

    private static int number(String digits) {
        return digits.codePoints()
                .map(digit -> Character.digit(digit, 10))
                .reduce(0, (left, digit) -> 10 * left + digit);
    }

    /**
     * Compares in constant time. If the password as sent differs from the composed form, both are hashed even where
     * only the latter can match: the time then does not reveal how old the hash is, or that there is none.
     */
    boolean matches(PlainPassword password) {
        var same = isTagOf(password.composed());
        var sameAsSent = !password.equals(password.composed()) && isTagOf(password);
        return same || (!composed && sameAsSent);
    }

    private boolean isTagOf(PlainPassword password) {
        return MessageDigest.isEqual(tag, tag(password, cost, salt, tag.length));
    }

    /** Whether it was made of the composed form. */
    boolean isComposed() {
        return composed;
    }

    Argon2Cost cost() {
        return cost;
    }

    PasswordHash toPhc() {
        var base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash(String.format(
                Locale.ROOT,
                "$argon2id$v=19$m=%d,t=%d,p=%d%s$%s$%s",
                cost.memoryKib(),
                cost.iterations(),
                cost.parallelism(),
                composed ? ",n=nfc" : "",
                base64.encodeToString(salt),
                base64.encodeToString(tag)));
    }

    private static byte[] tag(PlainPassword password, Argon2Cost cost, byte[] salt, int length) {
        var argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .build());
        var tag = new byte[length];
        argon2.generateBytes(password.value().getBytes(StandardCharsets.UTF_8), tag);
        return tag;
    }
}
