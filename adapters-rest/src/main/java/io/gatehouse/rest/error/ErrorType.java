package io.gatehouse.rest.error;

import java.util.Locale;

/** What errors are called on the wire, the status that goes with each, and what is said unless there is more to say. */
public enum ErrorType {
    GENERAL_ARGUMENT_INVALID(400, "A parameter is missing or invalid."),
    GENERAL_BAD_REQUEST(400, "The request cannot be carried out as it is."),
    GENERAL_QUERY_INVALID(400, "A query cannot be understood."),
    GENERAL_UNAUTHORIZED_SCOPE(401, "The role of the caller is missing the scope."),
    GENERAL_UNKNOWN_ORIGIN(403, "Invalid Origin. Register your new client as a new platform of the project."),
    GENERAL_SERVICE_DISABLED(403, "The account service is disabled in this project."),
    GENERAL_API_DISABLED(403, "The REST API is disabled in this project."),
    GENERAL_ROUTE_NOT_FOUND(404, "The requested route was not found."),
    GENERAL_RATE_LIMIT_EXCEEDED(
            429, "Rate limit for the current endpoint has been exceeded. Please try again after some time."),
    GENERAL_UNKNOWN(500, "An unknown error has occurred."),
    GENERAL_SERVER_ERROR(503, "The server is busy. Please try again after the time in Retry-After."),
    GENERAL_SMTP_DISABLED(503, "This project sends no mail."),
    GENERAL_PHONE_DISABLED(503, "This project sends no text messages."),
    PROJECT_NOT_FOUND(404, "Project with the requested ID could not be found."),
    PROJECT_ID_MISSING(403, "An API key needs the project ID in the X-Appwrite-Project header."),
    PROJECT_KEY_EXPIRED(401, "The API key has expired."),
    PASSWORD_PERSONAL_DATA(400, "The password contains personal data, such as the name, address, number or ID."),
    PASSWORD_RECENTLY_USED(400, "The password has been used before. Please choose another one."),
    USER_UNAUTHORIZED(401, "The API key is not a key of this project."),
    USER_ALREADY_EXISTS(409, "A user with the same id, email, or phone already exists in this project."),
    USER_AUTHENTICATOR_ALREADY_VERIFIED(409, "There is an authenticator already, and it is verified."),
    USER_AUTHENTICATOR_NOT_FOUND(404, "There is no authenticator."),
    USER_AUTH_METHOD_UNSUPPORTED(501, "This sign-in method is disabled in this project."),
    USER_BLOCKED(403, "The user has been blocked."),
    USER_CHALLENGE_REQUIRED(401, "This takes a challenge that was passed in the last 30 minutes."),
    USER_COUNT_EXCEEDED(400, "The project takes in no more users."),
    USER_EMAIL_ALREADY_VERIFIED(409, "The e-mail address is verified already."),
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
    USER_MORE_FACTORS_REQUIRED(401, "The session has to prove another factor first."),
    USER_NOT_FOUND(404, "User with the requested ID could not be found."),
    USER_PASSWORD_MISMATCH(400, "The password and its repetition differ."),
    USER_PHONE_ALREADY_EXISTS(409, "A user with the same phone number already exists in this project."),
    USER_PHONE_ALREADY_VERIFIED(409, "The phone number is verified already."),
    USER_PHONE_NOT_FOUND(400, "The user has no phone number."),
    USER_PHONE_NOT_VERIFIED(400, "The phone number is not verified."),
    USER_RECOVERY_CODES_ALREADY_EXISTS(409, "There are recovery codes already."),
    USER_RECOVERY_CODES_NOT_FOUND(404, "There are no recovery codes."),
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
