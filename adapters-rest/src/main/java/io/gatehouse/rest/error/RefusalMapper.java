package io.gatehouse.rest.error;

import static io.gatehouse.rest.error.ErrorType.GENERAL_API_DISABLED;
import static io.gatehouse.rest.error.ErrorType.GENERAL_ARGUMENT_INVALID;
import static io.gatehouse.rest.error.ErrorType.GENERAL_BAD_REQUEST;
import static io.gatehouse.rest.error.ErrorType.GENERAL_PHONE_DISABLED;
import static io.gatehouse.rest.error.ErrorType.GENERAL_QUERY_INVALID;
import static io.gatehouse.rest.error.ErrorType.GENERAL_RATE_LIMIT_EXCEEDED;
import static io.gatehouse.rest.error.ErrorType.GENERAL_ROUTE_NOT_FOUND;
import static io.gatehouse.rest.error.ErrorType.GENERAL_SERVER_ERROR;
import static io.gatehouse.rest.error.ErrorType.GENERAL_SERVICE_DISABLED;
import static io.gatehouse.rest.error.ErrorType.GENERAL_SMTP_DISABLED;
import static io.gatehouse.rest.error.ErrorType.GENERAL_UNAUTHORIZED_SCOPE;
import static io.gatehouse.rest.error.ErrorType.GENERAL_UNKNOWN;
import static io.gatehouse.rest.error.ErrorType.GENERAL_UNKNOWN_ORIGIN;
import static io.gatehouse.rest.error.ErrorType.PASSWORD_PERSONAL_DATA;
import static io.gatehouse.rest.error.ErrorType.PASSWORD_RECENTLY_USED;
import static io.gatehouse.rest.error.ErrorType.PROJECT_ID_MISSING;
import static io.gatehouse.rest.error.ErrorType.PROJECT_KEY_EXPIRED;
import static io.gatehouse.rest.error.ErrorType.PROJECT_NOT_FOUND;
import static io.gatehouse.rest.error.ErrorType.USER_ALREADY_EXISTS;
import static io.gatehouse.rest.error.ErrorType.USER_AUTHENTICATOR_ALREADY_VERIFIED;
import static io.gatehouse.rest.error.ErrorType.USER_AUTHENTICATOR_NOT_FOUND;
import static io.gatehouse.rest.error.ErrorType.USER_AUTH_METHOD_UNSUPPORTED;
import static io.gatehouse.rest.error.ErrorType.USER_BLOCKED;
import static io.gatehouse.rest.error.ErrorType.USER_CHALLENGE_REQUIRED;
import static io.gatehouse.rest.error.ErrorType.USER_COUNT_EXCEEDED;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_ALREADY_VERIFIED;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_DISPOSABLE;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_FREE;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_NOT_CANONICAL;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_NOT_CORPORATE;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_NOT_FOUND;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_NOT_VERIFIED;
import static io.gatehouse.rest.error.ErrorType.USER_INVALID_CREDENTIALS;
import static io.gatehouse.rest.error.ErrorType.USER_INVALID_TOKEN;
import static io.gatehouse.rest.error.ErrorType.USER_JWT_AND_COOKIE_SET;
import static io.gatehouse.rest.error.ErrorType.USER_JWT_CREATION_DENIED;
import static io.gatehouse.rest.error.ErrorType.USER_JWT_INVALID;
import static io.gatehouse.rest.error.ErrorType.USER_MORE_FACTORS_REQUIRED;
import static io.gatehouse.rest.error.ErrorType.USER_NOT_FOUND;
import static io.gatehouse.rest.error.ErrorType.USER_PASSWORD_MISMATCH;
import static io.gatehouse.rest.error.ErrorType.USER_PHONE_ALREADY_EXISTS;
import static io.gatehouse.rest.error.ErrorType.USER_PHONE_ALREADY_VERIFIED;
import static io.gatehouse.rest.error.ErrorType.USER_PHONE_NOT_FOUND;
import static io.gatehouse.rest.error.ErrorType.USER_PHONE_NOT_VERIFIED;
import static io.gatehouse.rest.error.ErrorType.USER_RECOVERY_CODES_ALREADY_EXISTS;
import static io.gatehouse.rest.error.ErrorType.USER_RECOVERY_CODES_NOT_FOUND;
import static io.gatehouse.rest.error.ErrorType.USER_SESSION_ALREADY_EXISTS;
import static io.gatehouse.rest.error.ErrorType.USER_SESSION_NOT_FOUND;
import static io.gatehouse.rest.error.ErrorType.USER_TARGET_ALREADY_EXISTS;
import static io.gatehouse.rest.error.ErrorType.USER_TARGET_NOT_FOUND;
import static io.gatehouse.rest.error.ErrorType.USER_UNAUTHORIZED;

import io.gatehouse.application.ConcurrentChangeException;
import io.gatehouse.application.UnavailableException;
import io.gatehouse.domain.Refusal.AddressInUse;
import io.gatehouse.domain.Refusal.AuthMethodIsOff;
import io.gatehouse.domain.Refusal.AuthenticatorAlreadyVerified;
import io.gatehouse.domain.Refusal.AuthenticatorNotFound;
import io.gatehouse.domain.Refusal.BodyTooLarge;
import io.gatehouse.domain.Refusal.ChallengeRequired;
import io.gatehouse.domain.Refusal.EmailAlreadyVerified;
import io.gatehouse.domain.Refusal.EmailIsDisposable;
import io.gatehouse.domain.Refusal.EmailIsFree;
import io.gatehouse.domain.Refusal.EmailIsNotCanonical;
import io.gatehouse.domain.Refusal.EmailIsNotCorporate;
import io.gatehouse.domain.Refusal.EmailNotFound;
import io.gatehouse.domain.Refusal.EmailNotVerified;
import io.gatehouse.domain.Refusal.FactorIsOff;
import io.gatehouse.domain.Refusal.InvalidArgument;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.InvalidQuery;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.JwtAndSessionPresented;
import io.gatehouse.domain.Refusal.JwtCreationDenied;
import io.gatehouse.domain.Refusal.JwtIsInvalid;
import io.gatehouse.domain.Refusal.KeyHasExpired;
import io.gatehouse.domain.Refusal.KeyHasNoUser;
import io.gatehouse.domain.Refusal.KeyIsUnknown;
import io.gatehouse.domain.Refusal.MailIsOff;
import io.gatehouse.domain.Refusal.MoreFactorsRequired;
import io.gatehouse.domain.Refusal.Overloaded;
import io.gatehouse.domain.Refusal.PasswordHasPersonalData;
import io.gatehouse.domain.Refusal.PasswordMismatch;
import io.gatehouse.domain.Refusal.PasswordRecentlyUsed;
import io.gatehouse.domain.Refusal.PhoneAlreadyExists;
import io.gatehouse.domain.Refusal.PhoneAlreadyVerified;
import io.gatehouse.domain.Refusal.PhoneNotFound;
import io.gatehouse.domain.Refusal.PhoneNotVerified;
import io.gatehouse.domain.Refusal.ProjectIdMissing;
import io.gatehouse.domain.Refusal.ProjectNotFound;
import io.gatehouse.domain.Refusal.RateLimitExceeded;
import io.gatehouse.domain.Refusal.RecoveryCodesAlreadyExist;
import io.gatehouse.domain.Refusal.RecoveryCodesNotFound;
import io.gatehouse.domain.Refusal.RestIsOff;
import io.gatehouse.domain.Refusal.RouteNotFound;
import io.gatehouse.domain.Refusal.ScopeMissing;
import io.gatehouse.domain.Refusal.ServiceIsOff;
import io.gatehouse.domain.Refusal.SessionAlreadyExists;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Refusal.SmsIsOff;
import io.gatehouse.domain.Refusal.TargetAlreadyExists;
import io.gatehouse.domain.Refusal.TargetNotFound;
import io.gatehouse.domain.Refusal.UnknownOrigin;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.Refusal.UserCountExceeded;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.rest.RestSettings;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The only place where a refusal becomes HTTP. A new refusal does not compile until it is mapped here. */
@Singleton
final class RefusalMapper {

    private static final Logger LOG = Logger.getLogger(RefusalMapper.class);

    /** The {@code Retry-After} of outages, whose duration is unknown. */
    private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(1);

    private final RestSettings settings;

    RefusalMapper(RestSettings settings) {
        this.settings = settings;
    }

    @ServerExceptionMapper
    public RestResponse<ErrorBody> answer(RefusedException refused) {
        return switch (refused.refusal()) {
            case InvalidArgument(var name, var rule) ->
                error(GENERAL_ARGUMENT_INVALID, String.format(Locale.ROOT, "Invalid `%s` param: it %s.", name, rule));
            case InvalidQuery(var query) -> error(GENERAL_QUERY_INVALID, "Invalid query: " + query);
            case InvalidCredentials _ -> error(USER_INVALID_CREDENTIALS);
            case UserAlreadyExists _ -> error(USER_ALREADY_EXISTS);
            case UserCountExceeded _ -> error(USER_COUNT_EXCEEDED);
            case UserIsBlocked _ -> error(USER_BLOCKED);
            case UserNotFound _ -> error(USER_NOT_FOUND);
            case InvalidToken _ -> error(USER_INVALID_TOKEN);
            case EmailNotFound _ -> error(USER_EMAIL_NOT_FOUND);
            case EmailNotVerified _ -> error(USER_EMAIL_NOT_VERIFIED);
            case EmailAlreadyVerified _ -> error(USER_EMAIL_ALREADY_VERIFIED);
            case PhoneNotFound _ -> error(USER_PHONE_NOT_FOUND);
            case PhoneNotVerified _ -> error(USER_PHONE_NOT_VERIFIED);
            case PhoneAlreadyVerified _ -> error(USER_PHONE_ALREADY_VERIFIED);
            case PhoneAlreadyExists _ -> error(USER_PHONE_ALREADY_EXISTS);
            case AddressInUse _ -> error(GENERAL_BAD_REQUEST);
            case EmailIsDisposable _ -> error(USER_EMAIL_DISPOSABLE);
            case EmailIsNotCanonical _ -> error(USER_EMAIL_NOT_CANONICAL);
            case EmailIsFree _ -> error(USER_EMAIL_FREE);
            case EmailIsNotCorporate _ -> error(USER_EMAIL_NOT_CORPORATE);
            case PasswordMismatch _ -> error(USER_PASSWORD_MISMATCH);
            case PasswordRecentlyUsed _ -> error(PASSWORD_RECENTLY_USED);
            case PasswordHasPersonalData _ -> error(PASSWORD_PERSONAL_DATA);
            case MailIsOff _ -> error(GENERAL_SMTP_DISABLED);
            case SmsIsOff _ -> error(GENERAL_PHONE_DISABLED);
            case JwtAndSessionPresented _ -> error(USER_JWT_AND_COOKIE_SET);
            case JwtIsInvalid _ -> error(USER_JWT_INVALID);
            case JwtCreationDenied _ -> error(USER_JWT_CREATION_DENIED);
            case SessionAlreadyExists _ -> error(USER_SESSION_ALREADY_EXISTS);
            case SessionNotFound _ -> error(USER_SESSION_NOT_FOUND);
            case MoreFactorsRequired(var onlyPasswordLeft) ->
                error(
                        USER_MORE_FACTORS_REQUIRED,
                        onlyPasswordLeft
                                ? USER_MORE_FACTORS_REQUIRED.message() + " Sign in with the password to prove both."
                                : USER_MORE_FACTORS_REQUIRED.message());
            case ChallengeRequired _ -> error(USER_CHALLENGE_REQUIRED);
            case FactorIsOff(var factor) ->
                error(
                        USER_AUTH_METHOD_UNSUPPORTED,
                        String.format(Locale.ROOT, "The factor %s is not available in this project.", factor));
            case AuthenticatorNotFound _ -> error(USER_AUTHENTICATOR_NOT_FOUND);
            case AuthenticatorAlreadyVerified _ -> error(USER_AUTHENTICATOR_ALREADY_VERIFIED);
            case RecoveryCodesNotFound _ -> error(USER_RECOVERY_CODES_NOT_FOUND);
            case RecoveryCodesAlreadyExist _ -> error(USER_RECOVERY_CODES_ALREADY_EXISTS);
            case TargetNotFound _ -> error(USER_TARGET_NOT_FOUND);
            case TargetAlreadyExists _ -> error(USER_TARGET_ALREADY_EXISTS);
            case ProjectNotFound _ -> error(PROJECT_NOT_FOUND);
            case ProjectIdMissing _ -> error(PROJECT_ID_MISSING);
            case KeyIsUnknown _ -> error(USER_UNAUTHORIZED);
            case KeyHasNoUser _ ->
                error(USER_UNAUTHORIZED, "This endpoint is for users, and an API key acts for no user.");
            case KeyHasExpired _ -> error(PROJECT_KEY_EXPIRED);
            case UnknownOrigin _ -> error(GENERAL_UNKNOWN_ORIGIN);
            case ServiceIsOff _ -> error(GENERAL_SERVICE_DISABLED);
            case RestIsOff _ -> error(GENERAL_API_DISABLED);
            case ScopeMissing(var who, var role, var scope) ->
                error(
                        GENERAL_UNAUTHORIZED_SCOPE,
                        String.format(Locale.ROOT, "%s (role: %s) missing scope (%s)", who, role, scope));
            case AuthMethodIsOff _ -> error(USER_AUTH_METHOD_UNSUPPORTED);
            case RateLimitExceeded _ -> error(GENERAL_RATE_LIMIT_EXCEEDED);
            case RouteNotFound _ -> error(GENERAL_ROUTE_NOT_FOUND);
            case BodyTooLarge(var limit) ->
                answer(
                                413,
                                GENERAL_ARGUMENT_INVALID,
                                String.format(Locale.ROOT, "The request body must be at most %d bytes.", limit))
                        .build();
            case Overloaded(var retryAfter) -> unavailable(retryAfter);
        };
    }

    @ServerExceptionMapper({ConcurrentChangeException.class, UnavailableException.class})
    public RestResponse<ErrorBody> serviceUnavailable(RuntimeException temporary) {
        LOG.warn("answered 503: " + temporary.getMessage() + " (" + temporary.getCause() + ")");
        return unavailable(DEFAULT_RETRY_AFTER);
    }

    /** Errors of the framework itself: an HTTP method that no resource has, a malformed path. */
    @ServerExceptionMapper
    public RestResponse<ErrorBody> answer(WebApplicationException refused) {
        return switch (refused.getResponse().getStatusInfo().getFamily()) {
            case CLIENT_ERROR -> error(GENERAL_ROUTE_NOT_FOUND);
            default -> internalError(refused);
        };
    }

    @ServerExceptionMapper
    public RestResponse<ErrorBody> internalError(Throwable unexpected) {
        LOG.error("answered 500", unexpected);
        return error(GENERAL_UNKNOWN);
    }

    private RestResponse<ErrorBody> unavailable(Duration retryAfter) {
        return answer(GENERAL_SERVER_ERROR.status(), GENERAL_SERVER_ERROR, GENERAL_SERVER_ERROR.message())
                .header(HttpHeaders.RETRY_AFTER, Math.max(1, retryAfter.toSeconds()))
                .build();
    }

    private RestResponse<ErrorBody> error(ErrorType type) {
        return error(type, type.message());
    }

    private RestResponse<ErrorBody> error(ErrorType type, String message) {
        return answer(type.status(), type, message).build();
    }

    /** Errors must not be cached: a request that is refused now may succeed later. */
    private ResponseBuilder<ErrorBody> answer(int status, ErrorType type, String message) {
        return ResponseBuilder.<ErrorBody>create(status)
                .entity(new ErrorBody(message, status, type.type(), settings.version()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache, no-store, must-revalidate")
                .header(HttpHeaders.EXPIRES, "0")
                .header("Pragma", "no-cache");
    }
}
