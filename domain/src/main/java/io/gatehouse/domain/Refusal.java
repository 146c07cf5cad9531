package io.gatehouse.domain;

import java.time.Duration;

/** Every way we say no. */
public sealed interface Refusal {

    /**
     * @param name the parameter as the caller spelled it
     * @param rule what it has to be or contain, as the end of a sentence: "must be …"
     */
    record InvalidArgument(String name, String rule) implements Refusal {}

    /** A list query that is well-formed as text but cannot be understood. */
    record InvalidQuery(String query) implements Refusal {}

    record InvalidCredentials() implements Refusal {}

    /** The ID, or for those who sign up the address, belongs to somebody. */
    record UserAlreadyExists() implements Refusal {}

    /** The project is full. */
    record UserCountExceeded() implements Refusal {}

    record UserIsBlocked() implements Refusal {}

    record UserNotFound() implements Refusal {}

    /** The secret is unknown, used, withdrawn, expired, of another kind or somebody else's: nobody is told which. */
    record InvalidToken() implements Refusal {}

    record EmailNotFound() implements Refusal {}

    record EmailNotVerified() implements Refusal {}

    record EmailAlreadyVerified() implements Refusal {}

    record PhoneNotFound() implements Refusal {}

    record PhoneNotVerified() implements Refusal {}

    record PhoneAlreadyVerified() implements Refusal {}

    record PhoneAlreadyExists() implements Refusal {}

    /** Deliberately vague: the address is in use where the caller need not know. */
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

    /** Who came with a JWT gets no other one. */
    record JwtCreationDenied() implements Refusal {}

    record SessionAlreadyExists() implements Refusal {}

    record SessionNotFound() implements Refusal {}

    /** The session has proven fewer factors than its user wants. */
    record MoreFactorsRequired() implements Refusal {}

    /** The session has passed no challenge lately. */
    record ChallengeRequired() implements Refusal {}

    /** The project does not offer this factor. */
    record FactorIsOff(String factor) implements Refusal {}

    record AuthenticatorNotFound() implements Refusal {}

    record AuthenticatorAlreadyVerified() implements Refusal {}

    record RecoveryCodesNotFound() implements Refusal {}

    record RecoveryCodesAlreadyExist() implements Refusal {}

    /** Unknown, somebody else's, or none of those that users register themselves. */
    record TargetNotFound() implements Refusal {}

    record TargetAlreadyExists() implements Refusal {}

    record ProjectNotFound() implements Refusal {}

    /** A key counts only together with a project named in the header. */
    record ProjectIdMissing() implements Refusal {}

    record KeyIsUnknown() implements Refusal {}

    /** A key acts for nobody, so there is nobody whose this could be. */
    record KeyHasNoUser() implements Refusal {}

    record KeyHasExpired() implements Refusal {}

    /** @param host as the browser named it */
    record UnknownOrigin(String host) implements Refusal {}

    /** The account service is off in this project. */
    record ServiceIsOff() implements Refusal {}

    /** The REST interface is off in this project. */
    record RestIsOff() implements Refusal {}

    /**
     * @param who an e-mail, or {@code User} for those without one
     * @param role {@code guests}, {@code users} or {@code applications}
     */
    record ScopeMissing(String who, String role, String scope) implements Refusal {}

    record AuthMethodIsOff(String method) implements Refusal {}

    record RateLimitExceeded() implements Refusal {}

    record RouteNotFound() implements Refusal {}

    /** @param limit bytes */
    record BodyTooLarge(long limit) implements Refusal {}

    /**
     * Nobody's fault: too much to do right now.
     *
     * @param retryAfter when it is worth asking again
     */
    record Overloaded(Duration retryAfter) implements Refusal {}
}
