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

/** Accepts what authenticator apps show: the present code or the one before, for those who type slowly. */
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
     * @return the half minute to which the code belongs
     * @throws RefusedException with {@link InvalidToken} if it is neither the present nor the previous one
     */
    public TotpStepId match(EnrolledAuthenticator authenticator, Secret typed, Instant now) {
        var secret = encryption.decrypt(authenticator.secret());
        var present = stepAt(now);
        return LongStream.of(present, present - 1)
                .filter(step -> isEqual(totp.code(secret, step), typed.value()))
                .mapToObj(step -> new TotpStepId(authenticator.id(), step))
                .findFirst()
                .orElseThrow(() -> new RefusedException(new InvalidToken()));
    }

    /**
     * Spends a step. Nobody goes back behind a step that was spent, be it by a node whose clock is a little ahead.
     *
     * @throws RefusedException with {@link InvalidToken} if it has been spent already, or a later one has
     */
    public static void spend(Streams streams, AccountId account, TotpStepId step, Instant now) {
        step.nextSteps(stepAt(now) + 1).forEach(later -> streams.execute(later, new RequireUnspent()));
        streams.execute(step, new SpendStep(account, step, now));
    }

    private static long stepAt(Instant now) {
        return now.getEpochSecond() / Totp.STEP.toSeconds();
    }

    private static boolean isEqual(String code, String typed) {
        return MessageDigest.isEqual(code.getBytes(UTF_8), typed.getBytes(UTF_8));
    }
}
