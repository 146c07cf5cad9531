package io.gatehouse.domain.message;

/** What a message is about. The names are written to the log, so they are never changed. */
public enum MessageType {
    MAGIC_SESSION("magicSession", Channel.EMAIL),
    OTP_SESSION("otpSession", Channel.EMAIL),
    RECOVERY("recovery", Channel.EMAIL),
    VERIFICATION("verification", Channel.EMAIL),
    MFA_CHALLENGE("mfaChallenge", Channel.EMAIL),
    SESSION_ALERT("sessionAlert", Channel.EMAIL),
    NEW_DEVICE("newDevice", Channel.EMAIL),
    PASSWORD_CHANGED("passwordChanged", Channel.EMAIL),
    EMAIL_CHANGED("emailChanged", Channel.EMAIL),
    PHONE_CHANGED("phoneChanged", Channel.EMAIL),
    MFA_ENABLED("mfaEnabled", Channel.EMAIL),
    MFA_DISABLED("mfaDisabled", Channel.EMAIL),
    AUTHENTICATOR_ADDED("authenticatorAdded", Channel.EMAIL),
    AUTHENTICATOR_REMOVED("authenticatorRemoved", Channel.EMAIL),
    RECOVERY_CODES_CHANGED("recoveryCodesChanged", Channel.EMAIL),
    PHONE_LOGIN("phoneLogin", Channel.SMS),
    PHONE_VERIFICATION("phoneVerification", Channel.SMS),
    PHONE_CHALLENGE("phoneChallenge", Channel.SMS);

    private final String value;
    private final Channel channel;

    MessageType(String value, Channel channel) {
        this.value = value;
        this.channel = channel;
    }

    /** As configuration and workers spell it. */
    public String apiName() {
        return value;
    }

    public Channel channel() {
        return channel;
    }

    /** The way a message takes. */
    public enum Channel {
        EMAIL("email"),
        SMS("sms");

        private final String value;

        Channel(String value) {
            this.value = value;
        }

        /** As workers spell it. */
        public String value() {
            return value;
        }
    }
}
