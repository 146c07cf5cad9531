package io.gatehouse.application.request;

/** The name of a change in the security log. A request has one entry, regardless of how many events it caused. */
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

    /** The name that GET /account/logs returns. */
    public String value() {
        return value;
    }
}
