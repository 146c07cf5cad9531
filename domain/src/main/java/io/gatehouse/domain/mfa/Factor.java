package io.gatehouse.domain.mfa;

import io.gatehouse.domain.Refusal.FactorIsOff;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;
import java.util.stream.Stream;

/** What a challenge can ask for. The names are written to the log, so they are never changed. */
public enum Factor {
    /** A code that an authenticator app shows. */
    TOTP("totp"),
    /** A code by mail. */
    EMAIL("email"),
    /** A code by SMS. */
    PHONE("phone"),
    /** One of the codes kept for the day when nothing else is at hand. */
    RECOVERY_CODE("recoveryCode");

    /** The API knows a factor that projects deliver themselves; nobody here does. */
    private static final String CUSTOM = "custom";

    private final String value;

    Factor(String value) {
        this.value = value;
    }

    /** As sessions list it. */
    public String value() {
        return value;
    }

    /**
     * In any letter case: some SDKs say {@code recoverycode}.
     *
     * @throws RefusedException with {@code InvalidArgument}, or with {@link FactorIsOff} for {@code custom}
     */
    public static Factor parse(String name, String typed) {
        if (typed.equalsIgnoreCase(CUSTOM)) {
            throw new RefusedException(new FactorIsOff(CUSTOM));
        }
        return Stream.of(values())
                .filter(factor -> factor.value.equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() -> TextRules.invalid(name, "must be one of totp, email, phone and recoveryCode"));
    }
}
