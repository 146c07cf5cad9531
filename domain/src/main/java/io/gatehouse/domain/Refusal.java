package io.gatehouse.domain;

import java.time.Duration;

/** Every reason to refuse a request. */
public sealed interface Refusal {

    /** Decided by an aggregate or a use case: the request was admitted, but its subject does not allow it. */
    sealed interface DomainRule extends Refusal {}

    /** Decided before a use case runs: who calls, from where, how often, and whether the service is available. */
    sealed interface AccessRule extends Refusal {}

    /**
     * @param name the parameter name, as in the request
     * @param rule the rule it breaks, as the end of a sentence: "must be …"
     */
    record InvalidArgument(String name, String rule) implements DomainRule {}

    /** A list query that is well-formed text but not a valid query. */
    record InvalidQuery(String query) implements DomainRule {}

    record InvalidCredentials() implements DomainRule {}

    /** The ID, or at sign-up the e-mail address, is already in use. */
    record UserAlreadyExists() implements DomainRule {}

    /** The project has reached its user limit. */
    record UserCountExceeded() implements DomainRule {}

    record UserIsBlocked() implements DomainRule {}

    record UserNotFound() implements DomainRule {}

    /** The secret is unknown, used, withdrawn, expired, of another kind or another user's; callers cannot see which. */
    record InvalidToken() implements DomainRule {}

    record EmailNotFound() implements DomainRule {}

    record EmailNotVerified() implements DomainRule {}

    record EmailAlreadyVerified() implements DomainRule {}

    record PhoneNotFound() implements DomainRule {}

    record PhoneNotVerified() implements DomainRule {}

    record PhoneAlreadyVerified() implements DomainRule {}

    record PhoneAlreadyExists() implements DomainRule {}

    /** Another user has the address. The response is deliberately vague, against account enumeration. */
    record AddressInUse() implements DomainRule {}

    record EmailIsDisposable() implements DomainRule {}

    record EmailIsNotCanonical() implements DomainRule {}

    record EmailIsFree() implements DomainRule {}

    record EmailIsNotCorporate() implements DomainRule {}

    /** The password and its repetition differ. */
    record PasswordMismatch() implements DomainRule {}

    record PasswordRecentlyUsed() implements DomainRule {}

    /** The password contains the user's name, address, number or ID. */
    record PasswordHasPersonalData() implements DomainRule {}

    record MailIsOff() implements DomainRule {}

    record SmsIsOff() implements DomainRule {}

    record JwtAndSessionPresented() implements AccessRule {}

    record JwtIsInvalid() implements AccessRule {}

    /** A request that is authenticated by a JWT cannot create another JWT. */
    record JwtCreationDenied() implements AccessRule {}

    record SessionAlreadyExists() implements AccessRule {}

    record SessionNotFound() implements DomainRule {}

    /**
     * The session has proven fewer factors than its user requires.
     *
     * @param onlyPasswordLeft whether no challenge can complete it, except one by recovery code: a new session that
     *     begins with the password can be completed
     */
    record MoreFactorsRequired(boolean onlyPasswordLeft) implements AccessRule {}

    /** The session has passed no challenge within the last 30 minutes. */
    record ChallengeRequired() implements AccessRule {}

    /** The project does not offer this factor. */
    record FactorIsOff(String factor) implements DomainRule {}

    record AuthenticatorNotFound() implements DomainRule {}

    record AuthenticatorAlreadyVerified() implements DomainRule {}

    record RecoveryCodesNotFound() implements DomainRule {}

    record RecoveryCodesAlreadyExist() implements DomainRule {}

    /** The target is unknown, another user's, or not a push target. */
    record TargetNotFound() implements DomainRule {}

    record TargetAlreadyExists() implements DomainRule {}

    record ProjectNotFound() implements AccessRule {}

    /** An API key is valid only with the project header. */
    record ProjectIdMissing() implements AccessRule {}

    record KeyIsUnknown() implements AccessRule {}

    /** API keys act for no user, so they own no push targets. */
    record KeyHasNoUser() implements AccessRule {}

    record KeyHasExpired() implements AccessRule {}

    /** The web page or app that sent the request is not a registered platform of the project. */
    record UnknownOrigin() implements AccessRule {}

    /** The account service is disabled in this project. */
    record ServiceIsOff() implements AccessRule {}

    /** The REST API is disabled in this project. */
    record RestIsOff() implements AccessRule {}

    /**
     * @param who the e-mail address of the caller, or {@code User} if there is none
     * @param role {@code guests}, {@code users} or {@code applications}
     */
    record ScopeMissing(String who, String role, String scope) implements AccessRule {}

    record AuthMethodIsOff() implements AccessRule {}

    record RateLimitExceeded() implements AccessRule {}

    record RouteNotFound() implements AccessRule {}

    /** @param limit bytes */
    record BodyTooLarge(long limit) implements AccessRule {}

    /**
     * The server is temporarily overloaded.
     *
     * @param retryAfter how long the client should wait before it retries
     */
    record Overloaded(Duration retryAfter) implements AccessRule {}
}
