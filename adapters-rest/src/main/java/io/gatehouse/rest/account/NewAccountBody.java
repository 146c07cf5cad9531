package io.gatehouse.rest.account;

import io.gatehouse.application.account.AcceptedPassword;
import io.gatehouse.application.account.PasswordPolicy;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.signup.SignUp;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.rest.parameter.NewId;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;
import org.jspecify.annotations.Nullable;

/** The parameters of a sign-up. */
record NewAccountBody(
        NewId userId,
        EmailAddress email,
        AcceptedPassword password,
        @Nullable DisplayName name) {

    static NewAccountBody of(Parameters parameters, Project project, PasswordPolicy passwords) {
        return new NewAccountBody(
                parameters.required("userId", NewId::parse),
                parameters.required("email", EmailAddress::parse),
                parameters.required("password", (name, password) -> passwords.accept(project, name, password)),
                parameters.optional("name", DisplayName::parse));
    }

    SignUp.Command toCommand(ApiCall apiCall) {
        var id = new AccountId(apiCall.project().id(), apiCall.resolve(userId));
        return new SignUp.Command(id, email, password, name);
    }
}
