package io.gatehouse.rest.password;

import io.gatehouse.application.account.AcceptedPassword;
import io.gatehouse.application.account.PasswordPolicy;
import io.gatehouse.application.password.UpdatePassword;
import io.gatehouse.application.project.Project;
import io.gatehouse.rest.parameter.CurrentPassword;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;
import org.jspecify.annotations.Nullable;

/** A new password, and the current one if the account has one. */
public record PasswordBody(
        AcceptedPassword password, @Nullable CurrentPassword oldPassword) {

    public static PasswordBody of(Parameters parameters, Project project, PasswordPolicy passwords) {
        return new PasswordBody(
                parameters.required("password", (name, password) -> passwords.accept(project, name, password)),
                parameters.optional("oldPassword", CurrentPassword::parse));
    }

    public UpdatePassword.Command toCommand(ApiCall apiCall) {
        return new UpdatePassword.Command(
                apiCall.account(),
                password,
                oldPassword == null ? null : oldPassword.value(),
                apiCall.presentedSession() == null
                        ? null
                        : apiCall.presentedSession().id());
    }
}
