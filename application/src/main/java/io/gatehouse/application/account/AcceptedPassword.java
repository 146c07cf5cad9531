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

    public boolean isEqualTo(PlainPassword other) {
        return plain.equals(other);
    }

    @Override
    public String toString() {
        return "AcceptedPassword[hidden]";
    }
}
