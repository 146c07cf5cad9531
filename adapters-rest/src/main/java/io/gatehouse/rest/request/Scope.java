package io.gatehouse.rest.request;

/** What a caller must be allowed to do. API keys name theirs in the same spelling. */
public enum Scope {

    /** Reading and changing oneself. */
    ACCOUNT("account"),

    /** Registering devices that can be pushed to. */
    TARGETS_WRITE("targets.write"),

    /** Signing up, signing in, recovering. */
    SESSIONS_WRITE("sessions.write"),

    /** Redeeming what was sent to somebody. Open to everybody but servers. */
    PUBLIC("public"),

    /** Reading what is no secret, be it from a page we do not know. */
    ANYONE(""),

    /** Learning that there is no such path. */
    NONE("");

    private final String value;

    Scope(String value) {
        this.value = value;
    }

    public String value() {
        return value;
    }
}
