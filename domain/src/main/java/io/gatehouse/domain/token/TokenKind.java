package io.gatehouse.domain.token;

/** The purpose and form of a token. The names are written to the log, so they are never changed. */
public enum TokenKind {
    /** A link that signs in. */
    MAGIC_URL,

    /** A code by e-mail that signs in. */
    EMAIL_CODE,

    /** A code by SMS that signs in or verifies the number; the API does not distinguish the two. */
    PHONE_CODE,

    /** A link that sets a new password. */
    RECOVERY,

    /** A link that verifies an e-mail address. */
    EMAIL_VERIFICATION;

    /** Whether it is a short code that can be guessed, so that wrong attempts are counted. */
    public boolean isGuessable() {
        return switch (this) {
            case EMAIL_CODE, PHONE_CODE -> true;
            case MAGIC_URL, RECOVERY, EMAIL_VERIFICATION -> false;
        };
    }

    /** Whether redeeming it can open a session. */
    public boolean opensSession() {
        return switch (this) {
            case MAGIC_URL, EMAIL_CODE, PHONE_CODE -> true;
            case RECOVERY, EMAIL_VERIFICATION -> false;
        };
    }

    /** Whether it is sent by e-mail; the others are sent by SMS. */
    public boolean isSentByEmail() {
        return switch (this) {
            case MAGIC_URL, EMAIL_CODE, RECOVERY, EMAIL_VERIFICATION -> true;
            case PHONE_CODE -> false;
        };
    }
}
