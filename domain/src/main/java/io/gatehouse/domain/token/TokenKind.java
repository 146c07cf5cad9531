package io.gatehouse.domain.token;

/** What a token is good for. The names are written to the log, so they are never changed. */
public enum TokenKind {
    /** A link that signs in. */
    MAGIC_URL,

    /** A code by mail that signs in. */
    EMAIL_CODE,

    /** A code by SMS that signs in or verifies the number: the API makes no difference. */
    PHONE_CODE,

    /** A link that sets a new password. */
    RECOVERY,

    /** A link that verifies an address. */
    EMAIL_VERIFICATION;

    /** Whether it is short enough to be guessed, so that wrong guesses have to be counted. */
    public boolean isGuessable() {
        return switch (this) {
            case EMAIL_CODE, PHONE_CODE -> true;
            case MAGIC_URL, RECOVERY, EMAIL_VERIFICATION -> false;
        };
    }

    /** Whether a session can be had for it. */
    public boolean opensSession() {
        return switch (this) {
            case MAGIC_URL, EMAIL_CODE, PHONE_CODE -> true;
            case RECOVERY, EMAIL_VERIFICATION -> false;
        };
    }

    /** Whether it was sent by mail; the others went to a phone. */
    public boolean isSentByEmail() {
        return switch (this) {
            case MAGIC_URL, EMAIL_CODE, RECOVERY, EMAIL_VERIFICATION -> true;
            case PHONE_CODE -> false;
        };
    }
}
