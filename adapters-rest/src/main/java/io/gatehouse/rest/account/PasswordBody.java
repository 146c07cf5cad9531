package io.gatehouse.rest.account;

import io.gatehouse.application.account.PasswordPolicy;
import io.gatehouse.application.password.UpdatePassword;
import io.gatehouse.application.project.Project;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.rest.ApiCall;
import io.gatehouse.rest.parameter.CurrentPassword;
import io.gatehouse.rest.parameter.Parameters;
import org.jspecify.annotations.Nullable;

/** A new password, and the old one from those who have one. */
record PasswordBody(PlainPassword password, @Nullable CurrentPassword oldPassword) {

    static PasswordBody of(Parameters typed, Project project, PasswordPolicy passwords) {
        return new PasswordBody(
                typed.required("password", (name, password) -> passwords.accept(project, name, password)),
                typed.optional("oldPassword", CurrentPassword::parse));
    }

    UpdatePassword.Command toCommand(ApiCall apiCall) {
        return new UpdatePassword.Command(
                apiCall.account(),
                password,
                oldPassword == null ? null : oldPassword.value(),
                apiCall.presentedSessionView() == null
                        ? null
                        : apiCall.presentedSessionView().id());
    }
}
