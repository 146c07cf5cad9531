package io.gatehouse.application.account;

import io.gatehouse.application.project.Project;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;
import io.gatehouse.domain.account.PlainPassword;

/** Judges passwords that somebody wants to have, by the rules of their project. */
public final class PasswordPolicy {

    private final CommonPasswords common;

    public PasswordPolicy(CommonPasswords common) {
        this.common = common;
    }

    /** @throws RefusedException with {@code InvalidArgument} that names the first rule broken */
    public PlainPassword accept(Project project, String name, String typed) {
        var rules = project.policies().passwords();
        var password = PlainPassword.parse(name, typed);
        rules.strength().require(name, password);
        if (rules.dictionary() && common.contains(password)) {
            throw TextRules.invalid(name, "must not be one of the most common passwords");
        }
        return password;
    }
}
