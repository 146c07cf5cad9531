package io.gatehouse.domain;

import java.time.Duration;

/** Every reason to refuse a request. */
public sealed interface Refusal {

    /**
     * @param name the parameter name, as in the request
     * @param rule the rule it breaks, as the end of a sentence: "must be …"
     */
    record InvalidArgument(String name, String rule) implements Refusal {}

    /** A list query that is well-formed text but not a valid query. */
    record InvalidQuery(String query) implements Refusal {}

    record InvalidCredentials() implements Refusal {}

    /** The ID, or at sign-up the e-mail address, is already in use. */
    record UserAlreadyExists() implements Refusal {}

    /** The project has reached its user limit. */
    record UserCountExceeded() implements Refusal {}

    record UserIsBlocked() implements Refusal {}

    record UserNotFound() implements Refusal {}

    /** The secret is unknown, used, withdrawn, expired, of another kind or another user's; callers cannot see which. */
    record InvalidToken() implements Refusal {}

    record EmailNotFound() implements Refusal {}

    record EmailNotVerified() implements Refusal {}

    record EmailAlreadyVerified() implements Refusal {}

    record PhoneNotFound() implements Refusal {}

    record PhoneNotVerified() implements Refusal {}

    record PhoneAlreadyVerified() implements Refusal {}

    record PhoneAlreadyExists() implements Refusal {}

    /** Another user has the address. The response is deliberately vague, against account enumeration. */
    record AddressInUse() implements Refusal {}

    record EmailIsDisposable() implements Refusal {}

    record EmailIsNotCanonical() implements Refusal {}

    record EmailIsFree() implements Refusal {}

    record EmailIsNotCorporate() implements Refusal {}

    /** The password and its repetition differ. */
    record PasswordMismatch() implements Refusal {}

    record PasswordRecentlyUsed() implements Refusal {}

    /** The password contains the user's name, address, number or ID. */
    record PasswordHasPersonalData() implements Refusal {}

    record MailIsOff() implements Refusal {}

    record SmsIsOff() implements Refusal {}

    record JwtAndSessionPresented() implements Refusal {}

    record JwtIsInvalid() implements Refusal {}

    /** A request that is authenticated by a JWT cannot create another JWT. */
    record JwtCreationDenied() implements Refusal {}

    record SessionAlreadyExists() implements Refusal {}

    record SessionNotFound() implements Refusal {}

    /** The session has proven fewer factors than its user requires. */
    record MoreFactorsRequired() implements Refusal {}

    /** The session has passed no challenge within the last 30 minutes. */
    record ChallengeRequired() implements Refusal {}

    /** The project does not offer this factor. */
    record FactorIsOff(String factor) implements Refusal {}

    record AuthenticatorNotFound() implements Refusal {}

    record AuthenticatorAlreadyVerified() implements Refusal {}

    record RecoveryCodesNotFound() implements Refusal {}

    record RecoveryCodesAlreadyExist() implements Refusal {}

    /** The target is unknown, another user's, or not a push target. */
    record TargetNotFound() implements Refusal {}

    record TargetAlreadyExists() implements Refusal {}

    record ProjectNotFound() implements Refusal {}

    /** An API key is valid only with the project header. */
    record ProjectIdMissing() implements Refusal {}

    record KeyIsUnknown() implements Refusal {}

    /** API keys act for no user, so they own no push targets. */
    record KeyHasNoUser() implements Refusal {}

    record KeyHasExpired() implements Refusal {}

    /** The web page or app that sent the request is not a registered platform of the project. */
    record UnknownOrigin() implements Refusal {}

    /** The account service is disabled in this project. */
    record ServiceIsOff() implements Refusal {}

    /** The REST API is disabled in this project. */
    record RestIsOff() implements Refusal {}

    /**
     * @param who the e-mail address of the caller, or {@code User} if there is none
     * @param role {@code guests}, {@code users} or {@code applications}
     */
    record ScopeMissing(String who, String role, String scope) implements Refusal {}

    record AuthMethodIsOff() implements Refusal {}

    record RateLimitExceeded() implements Refusal {}

    record RouteNotFound() implements Refusal {}

    /** @param limit bytes */
    record BodyTooLarge(long limit) implements Refusal {}

    /**
     * The server is temporarily overloaded.
     *
     * @param retryAfter how long the client should wait before it retries
     */
    record Overloaded(Duration retryAfter) implements Refusal {}
}
