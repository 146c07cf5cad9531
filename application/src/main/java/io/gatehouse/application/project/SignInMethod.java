package io.gatehouse.application.project;

import io.gatehouse.domain.session.AuthenticationFactor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in method, with everything that depends on it: its switch, the provider and factor recorded in its sessions,
 * the validity of its code or link, and its rate limit.
 */
public enum SignInMethod {
    EMAIL_PASSWORD("email-password", "email", AuthenticationFactor.PASSWORD, true, 10),
    MAGIC_URL("magic-url", "magic-url", AuthenticationFactor.EMAIL, false, 60),
    EMAIL_OTP("email-otp", "token", AuthenticationFactor.EMAIL, false, 10),
    ANONYMOUS("anonymous", "anonymous", AuthenticationFactor.ANONYMOUS, false, 50),
    PHONE("phone", "phone", AuthenticationFactor.PHONE, true, 10),

    /** Acts within a session that another method opened; the API lists it among the methods with a switch. */
    JWT("jwt", "", null, false, 120);

    private final String value;
    private final String provider;
    private final @Nullable AuthenticationFactor factor;
    private final boolean alerts;
    private final int limit;

    SignInMethod(String value, String provider, @Nullable AuthenticationFactor factor, boolean alerts, int limit) {
        this.value = value;
        this.provider = provider;
        this.factor = factor;
        this.alerts = alerts;
        this.limit = limit;
    }

    /** @return empty if no method has this name */
    public static Optional<SignInMethod> find(String value) {
        return Stream.of(values()).filter(method -> method.value.equals(value)).findFirst();
    }

    /** The name of its switch, in the API and in configuration. */
    public String value() {
        return value;
    }

    /** The {@code provider} of its sessions in the API. */
    public String provider() {
        return provider;
    }

    /** The factors verified by this method; empty if it opens no session. */
    public List<AuthenticationFactor> factors() {
        return factor == null ? List.of() : List.of(factor);
    }

    /** Whether its sign-ins trigger a session alert when other sessions of the user are open. */
    public boolean alerts() {
        return alerts;
    }

    /** Requests per window and key. The API documents one hour; for JWTs, what its server allows. */
    public int limit() {
        return limit;
    }

    /** The window in which requests are counted. */
    public Duration window() {
        return this == JWT ? Duration.ofMinutes(1) : Duration.ofHours(1);
    }

    /**
     * How long its code or link is valid in a project.
     *
     * @throws IllegalStateException for a method that sends none
     */
    public Duration validity(Policies policies) {
        return switch (this) {
            case MAGIC_URL -> policies.validity().magicUrl();
            case EMAIL_OTP -> policies.validity().emailCode();
            case PHONE -> policies.validity().phoneCode();
            case EMAIL_PASSWORD, ANONYMOUS, JWT -> throw new IllegalStateException(this + " sends no code");
        };
    }
}
