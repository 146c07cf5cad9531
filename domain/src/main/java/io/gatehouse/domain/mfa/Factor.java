package io.gatehouse.domain.mfa;

import io.gatehouse.domain.Refusal.FactorIsOff;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;
import io.gatehouse.domain.session.AuthenticationFactor;
import java.util.stream.Stream;

/** The factors that a challenge can ask for. The names are written to the log, so they are never changed. */
public enum Factor {
    /** A code of an authenticator app. */
    TOTP(AuthenticationFactor.TOTP),
    /** A code by e-mail. */
    EMAIL(AuthenticationFactor.EMAIL),
    /** A code by SMS. */
    PHONE(AuthenticationFactor.PHONE),
    /** A recovery code, for users who have lost access to their other factors. */
    RECOVERY_CODE(AuthenticationFactor.RECOVERY_CODE);

    /** A factor of the API whose codes the project delivers itself; not supported. */
    private static final String CUSTOM = "custom";

    private final AuthenticationFactor proven;

    Factor(AuthenticationFactor proven) {
        this.proven = proven;
    }

    /** The authentication factor that a session gains when the challenge is answered. */
    public AuthenticationFactor proven() {
        return proven;
    }

    /** The name in the API. */
    public String value() {
        return proven.value();
    }

    /**
     * Ignores letter case: some SDKs send {@code recoverycode}.
     *
     * @throws RefusedException with {@code InvalidArgument}, or with {@link FactorIsOff} for {@code custom}
     */
    public static Factor parse(String name, String input) {
        if (input.equalsIgnoreCase(CUSTOM)) {
            throw new RefusedException(new FactorIsOff(CUSTOM));
        }
        return Stream.of(values())
                .filter(factor -> factor.value().equalsIgnoreCase(input))
                .findFirst()
                .orElseThrow(() -> TextRules.invalid(name, "must be one of totp, email, phone and recoveryCode"));
    }
}
