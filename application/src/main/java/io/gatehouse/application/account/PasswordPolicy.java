package io.gatehouse.application.account;

import io.gatehouse.application.project.Project;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;
import io.gatehouse.domain.account.PlainPassword;

/** Validates passwords sent by clients. Only this class creates an {@link AcceptedPassword}. */
public final class PasswordPolicy {

    private final CommonPasswords common;

    public PasswordPolicy(CommonPasswords common) {
        this.common = common;
    }

    /**
     * Applies the length limits of all passwords, the strength rules of the project, and, if enabled, the list of
     * common passwords.
     *
     * @throws RefusedException with {@code InvalidArgument} that names the first rule broken
     */
    public AcceptedPassword accept(Project project, String name, String sent) {
        var rules = project.policies().passwords();
        var password = PlainPassword.parse(name, sent);
        var composed = password.composed();
        rules.strength().require(name, composed);
        if (rules.dictionary() && common.contains(composed)) {
            throw TextRules.invalid(name, "must not be one of the most common passwords");
        }
        return new AcceptedPassword(password);
    }

    /**
     * Applies the length limits only. PATCH email and PATCH phone require no more of the password that confirms the
     * change, even if it becomes the first password of the account.
     *
     * @throws RefusedException with {@code InvalidArgument}
     */
    public AcceptedPassword acceptConfirmation(String name, String sent) {
        return new AcceptedPassword(PlainPassword.parseExisting(name, sent));
    }
}
