package io.gatehouse.rest.password;

import io.gatehouse.application.account.AcceptedPassword;
import io.gatehouse.application.account.PasswordPolicy;
import io.gatehouse.application.password.ResetPassword;
import io.gatehouse.application.project.Project;
import io.gatehouse.domain.Refusal.PasswordMismatch;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.parameter.PresentedSecret;
import io.gatehouse.rest.parameter.ResourceId;
import io.gatehouse.rest.request.ApiCall;
import org.jspecify.annotations.Nullable;

/**
 * A new password, and the secret of a recovery link.
 *
 * @param passwordAgain the confirmation; null if it was not sent, as since version 1.5 of the API
 */
public record NewPasswordBody(
        ResourceId userId,
        Secret secret,
        AcceptedPassword password,
        @Nullable PlainPassword passwordAgain) {

    /** @throws RefusedException with {@link PasswordMismatch} */
    public static NewPasswordBody of(Parameters parameters, Project project, PasswordPolicy passwords) {
        var body = new NewPasswordBody(
                parameters.required("userId", ResourceId::parse),
                parameters.required("secret", PresentedSecret::parse),
                parameters.required("password", (name, password) -> passwords.accept(project, name, password)),
                parameters.optional("passwordAgain", PlainPassword::parse));
        if (body.passwordAgain != null && !body.password.isEqualTo(body.passwordAgain)) {
            throw new RefusedException(new PasswordMismatch());
        }
        return body;
    }

    public ResetPassword.Command toCommand(ApiCall apiCall) {
        return new ResetPassword.Command(new AccountId(apiCall.project().id(), userId.value()), secret, password);
    }
}
