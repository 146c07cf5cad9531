package io.gatehouse.rest.error;

import java.util.Locale;

/** The error types of the API, each with its HTTP status and default message. */
public enum ErrorType {
    GENERAL_ARGUMENT_INVALID(400, "A parameter is missing or invalid."),
    GENERAL_BAD_REQUEST(400, "The request cannot be processed."),
    GENERAL_QUERY_INVALID(400, "A query is invalid."),
    GENERAL_UNAUTHORIZED_SCOPE(401, "The role of the caller is missing the required scope."),
    GENERAL_UNKNOWN_ORIGIN(403, "Invalid Origin. Register your new client as a new platform of the project."),
    GENERAL_SERVICE_DISABLED(403, "The account service is disabled in this project."),
    GENERAL_API_DISABLED(403, "The REST API is disabled in this project."),
    GENERAL_ROUTE_NOT_FOUND(404, "The requested route was not found."),
    GENERAL_RATE_LIMIT_EXCEEDED(
            429, "Rate limit for the current endpoint has been exceeded. Please try again after some time."),
    GENERAL_UNKNOWN(500, "An unknown error has occurred."),
    GENERAL_SERVER_ERROR(503, "The server is temporarily unavailable. Please try again after the time in Retry-After."),
    GENERAL_SMTP_DISABLED(503, "E-mail is not configured for this project."),
    GENERAL_PHONE_DISABLED(503, "SMS is not configured for this project."),
    PROJECT_NOT_FOUND(404, "Project with the requested ID could not be found."),
    PROJECT_ID_MISSING(403, "Requests with an API key need the project ID in the X-Appwrite-Project header."),
    PROJECT_KEY_EXPIRED(401, "The API key has expired."),
    PASSWORD_PERSONAL_DATA(
            400, "The password contains personal data, such as the name, e-mail address, phone number or user ID."),
    PASSWORD_RECENTLY_USED(400, "The password has been used before. Please choose another one."),
    USER_UNAUTHORIZED(401, "The API key does not belong to this project."),
    USER_ALREADY_EXISTS(409, "A user with the same id, email, or phone already exists in this project."),
    USER_AUTHENTICATOR_ALREADY_VERIFIED(409, "The account already has a verified authenticator app."),
    USER_AUTHENTICATOR_NOT_FOUND(404, "The account has no authenticator app."),
    USER_AUTH_METHOD_UNSUPPORTED(501, "This sign-in method is disabled in this project."),
    USER_BLOCKED(403, "The user has been blocked."),
    USER_CHALLENGE_REQUIRED(401, "Requires an MFA challenge completed within the last 30 minutes."),
    USER_COUNT_EXCEEDED(400, "The project has reached its user limit."),
    USER_EMAIL_ALREADY_VERIFIED(409, "The e-mail address is already verified."),
    USER_EMAIL_DISPOSABLE(400, "Disposable e-mail addresses are not allowed in this project."),
    USER_EMAIL_FREE(400, "Addresses of free e-mail providers are not allowed in this project."),
    USER_EMAIL_NOT_CANONICAL(400, "The e-mail address must be in its canonical form in this project."),
    USER_EMAIL_NOT_CORPORATE(400, "Only corporate e-mail addresses are allowed in this project."),
    USER_EMAIL_NOT_FOUND(400, "The user has no e-mail address."),
    USER_EMAIL_NOT_VERIFIED(400, "The e-mail address is not verified."),
    USER_INVALID_CREDENTIALS(401, "Invalid credentials. Please check the email and password."),
    USER_INVALID_TOKEN(401, "Invalid token passed in the request."),
    USER_JWT_AND_COOKIE_SET(403, "Either a JWT or a session may be presented, but not both."),
    USER_JWT_CREATION_DENIED(403, "A JWT cannot be created with a JWT."),
    USER_JWT_INVALID(401, "The JWT is invalid. Please check the value of the X-Appwrite-JWT header."),
    USER_MORE_FACTORS_REQUIRED(401, "Additional factors are required to complete the sign-in."),
    USER_NOT_FOUND(404, "User with the requested ID could not be found."),
    USER_PASSWORD_MISMATCH(400, "The password and its confirmation do not match."),
    USER_PHONE_ALREADY_EXISTS(409, "A user with the same phone number already exists in this project."),
    USER_PHONE_ALREADY_VERIFIED(409, "The phone number is already verified."),
    USER_PHONE_NOT_FOUND(400, "The user has no phone number."),
    USER_PHONE_NOT_VERIFIED(400, "The phone number is not verified."),
    USER_RECOVERY_CODES_ALREADY_EXISTS(409, "The account already has unused recovery codes."),
    USER_RECOVERY_CODES_NOT_FOUND(404, "Recovery codes could not be found."),
    USER_SESSION_ALREADY_EXISTS(401, "Creation of a session is prohibited when a session is active."),
    USER_SESSION_NOT_FOUND(404, "The session could not be found."),
    USER_TARGET_ALREADY_EXISTS(
            409, "A target with the same ID, address, number or device token already exists in this project."),
    USER_TARGET_NOT_FOUND(404, "The target could not be found.");

    private final int status;
    private final String message;

    ErrorType(int status, String message) {
        this.status = status;
        this.message = message;
    }

    public int status() {
        return status;
    }

    public String message() {
        return message;
    }

    /** The machine name: {@code user_blocked}. */
    public String type() {
        return name().toLowerCase(Locale.ROOT);
    }
}
