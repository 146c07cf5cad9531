package io.gatehouse.application.mfa.authenticator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.application.Streams;
import io.gatehouse.application.inventory.EnrolledFactors.EnrolledAuthenticator;
import io.gatehouse.application.mfa.SecretEncryption;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.authenticator.TotpStepCommand.RequireUnspent;
import io.gatehouse.domain.mfa.authenticator.TotpStepCommand.SpendStep;
import io.gatehouse.domain.mfa.authenticator.TotpStepId;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.stream.LongStream;

/** Verifies codes of authenticator apps: the current code, or the previous one to allow time for entering it. */
public final class TotpVerifier {

    private final Totp totp;
    private final SecretEncryption encryption;

    public TotpVerifier(Totp totp, SecretEncryption encryption) {
        this.totp = totp;
        this.encryption = encryption;
    }

    Secret newSecret() {
        return totp.newSecret();
    }

    /**
     * @return the time step to which the code belongs
     * @throws RefusedException with {@link InvalidToken} if it is neither the current nor the previous code
     */
    public TotpStepId match(EnrolledAuthenticator authenticator, Secret code, Instant now) {
        var secret = encryption.decrypt(authenticator.encryptedSecret());
        var current = stepAt(now);
        return LongStream.of(current, current - 1)
                .filter(step -> isEqual(totp.code(secret, step), code.value()))
                .mapToObj(step -> new TotpStepId(authenticator.id(), step))
                .findFirst()
                .orElseThrow(() -> new RefusedException(new InvalidToken()));
    }

    /**
     * Spends a step. No step older than a spent one is accepted, even if another node's clock was ahead.
     *
     * @throws RefusedException with {@link InvalidToken} if this step or a later one has been spent already
     */
    public static void spend(Streams streams, AccountId account, TotpStepId step, Instant now) {
        step.nextSteps(stepAt(now) + 1).forEach(later -> streams.execute(later, new RequireUnspent()));
        streams.execute(step, new SpendStep(account, step, now));
    }

    private static long stepAt(Instant now) {
        return now.getEpochSecond() / Totp.STEP.toSeconds();
    }

    private static boolean isEqual(String expected, String presented) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), presented.getBytes(UTF_8));
    }
}
