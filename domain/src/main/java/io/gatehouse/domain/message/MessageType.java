package io.gatehouse.domain.message;

/** The type of a message. The names are written to the log, so they are never changed. */
public enum MessageType {
    MAGIC_SESSION("magicSession", Channel.EMAIL, Subject.TOKEN),
    OTP_SESSION("otpSession", Channel.EMAIL, Subject.TOKEN),
    RECOVERY("recovery", Channel.EMAIL, Subject.TOKEN),
    VERIFICATION("verification", Channel.EMAIL, Subject.TOKEN),
    MFA_CHALLENGE("mfaChallenge", Channel.EMAIL, Subject.CHALLENGE),
    SESSION_ALERT("sessionAlert", Channel.EMAIL, Subject.NONE),
    NEW_DEVICE("newDevice", Channel.EMAIL, Subject.NONE),
    PASSWORD_CHANGED("passwordChanged", Channel.EMAIL, Subject.NONE),
    EMAIL_CHANGED("emailChanged", Channel.EMAIL, Subject.NONE),
    PHONE_CHANGED("phoneChanged", Channel.EMAIL, Subject.NONE),
    MFA_ENABLED("mfaEnabled", Channel.EMAIL, Subject.NONE),
    MFA_DISABLED("mfaDisabled", Channel.EMAIL, Subject.NONE),
    AUTHENTICATOR_ADDED("authenticatorAdded", Channel.EMAIL, Subject.NONE),
    AUTHENTICATOR_REMOVED("authenticatorRemoved", Channel.EMAIL, Subject.NONE),
    RECOVERY_CODES_CHANGED("recoveryCodesChanged", Channel.EMAIL, Subject.NONE),
    PHONE_LOGIN("phoneLogin", Channel.SMS, Subject.TOKEN),
    PHONE_VERIFICATION("phoneVerification", Channel.SMS, Subject.TOKEN),
    PHONE_CHALLENGE("phoneChallenge", Channel.SMS, Subject.CHALLENGE);

    private final String value;
    private final Channel channel;
    private final Subject subject;

    MessageType(String value, Channel channel, Subject subject) {
        this.value = value;
        this.channel = channel;
        this.subject = subject;
    }

    /** The name in configuration keys and in queued messages. */
    public String apiName() {
        return value;
    }

    public Channel channel() {
        return channel;
    }

    /** The kind of object whose end makes the message obsolete: redeemed, answered, withdrawn or expired. */
    public Subject subject() {
        return subject;
    }

    public enum Subject {
        TOKEN,
        CHALLENGE,

        /** The message is never obsolete. */
        NONE
    }

    /** How a message is delivered. */
    public enum Channel {
        EMAIL("email"),
        SMS("sms");

        private final String value;

        Channel(String value) {
            this.value = value;
        }

        /** The name in queued messages. */
        public String value() {
            return value;
        }
    }
}
