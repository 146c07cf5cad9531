package io.gatehouse.application.request;

/** What the security log calls a change. One request leaves one entry, however many events it caused. */
public enum AuditAction {
    USER_CREATE("user.create"),
    USER_UPDATE("user.update"),
    USER_DELETE("user.delete"),
    SESSION_CREATE("session.create"),
    SESSION_UPDATE("session.update"),
    SESSION_DELETE("session.delete"),
    RECOVERY_CREATE("recovery.create"),
    RECOVERY_UPDATE("recovery.update"),
    VERIFICATION_CREATE("verification.create"),
    VERIFICATION_UPDATE("verification.update"),
    CHALLENGE_CREATE("challenge.create"),
    CHALLENGE_UPDATE("challenges.update"),
    TARGET_CREATE("target.create"),
    TARGET_UPDATE("target.update"),
    TARGET_DELETE("target.delete");

    private final String value;

    AuditAction(String value) {
        this.value = value;
    }

    /** As GET /account/logs spells it. */
    public String value() {
        return value;
    }
}
