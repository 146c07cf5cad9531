package io.gatehouse.rest;

/** What a caller must be allowed to do. API keys name theirs in the same spelling. */
public enum Scope {

    /** Reading and changing oneself. */
    ACCOUNT("account"),

    /** Signing up, signing in, recovering. */
    SESSIONS_WRITE("sessions.write"),

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
