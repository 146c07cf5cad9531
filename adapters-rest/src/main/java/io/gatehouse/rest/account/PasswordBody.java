package io.gatehouse.rest.account;

import io.gatehouse.application.Project;
import io.gatehouse.application.account.PasswordPolicy;
import io.gatehouse.application.account.UpdatePassword;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.rest.Call;
import io.gatehouse.rest.parameter.OldPassword;
import io.gatehouse.rest.parameter.Parameters;
import org.jspecify.annotations.Nullable;

/** A new password, and the old one from those who have one. */
record PasswordBody(PlainPassword password, @Nullable OldPassword oldPassword) {

    static PasswordBody of(Parameters typed, Project project, PasswordPolicy passwords) {
        return new PasswordBody(
                typed.required("password", (name, password) -> passwords.accept(project, name, password)),
                typed.optional("oldPassword", OldPassword::parse));
    }

    UpdatePassword.Command toCommand(Call call) {
        return new UpdatePassword.Command(
                call.account(),
                password,
                oldPassword == null ? null : oldPassword.value(),
                call.session() == null ? null : call.session().id());
    }
}
