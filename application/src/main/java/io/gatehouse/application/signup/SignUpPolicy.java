package io.gatehouse.application.signup;

import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.project.EmailDomains;
import io.gatehouse.application.project.Project;
import io.gatehouse.domain.Refusal.UserCountExceeded;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.EmailAddress;

/** The project's conditions for new users: the user limit and the rules for e-mail addresses. */
public final class SignUpPolicy {

    private final AccountDirectory directory;
    private final EmailDomains domains;

    public SignUpPolicy(AccountDirectory directory, EmailDomains domains) {
        this.directory = directory;
        this.domains = domains;
    }

    /**
     * Concurrent sign-ups may exceed the limit.
     *
     * @throws RefusedException with {@link UserCountExceeded}
     */
    public void requireCapacity(Project project) {
        var limit = project.policies().userLimit();
        if (limit > 0 && directory.isFull(project.id(), limit)) {
            throw new RefusedException(new UserCountExceeded());
        }
    }

    /** @throws RefusedException with the rule of the project that the address breaks */
    public void requireAllowedEmail(Project project, EmailAddress email) {
        project.policies().emails().require(email, domains);
    }
}
