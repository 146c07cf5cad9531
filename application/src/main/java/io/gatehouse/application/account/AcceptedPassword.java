package io.gatehouse.application.account;

import io.gatehouse.domain.account.PlainPassword;

/** A new password that meets the policy of its project. Only {@link PasswordPolicy} creates one. */
public final class AcceptedPassword {

    private final PlainPassword plain;

    AcceptedPassword(PlainPassword plain) {
        this.plain = plain;
    }

    public PlainPassword plain() {
        return plain;
    }

    /** Whether both are the same text, however it was typed. */
    public boolean isEqualTo(PlainPassword other) {
        return plain.composed().equals(other.composed());
    }

    @Override
    public String toString() {
        return "AcceptedPassword[hidden]";
    }
}
