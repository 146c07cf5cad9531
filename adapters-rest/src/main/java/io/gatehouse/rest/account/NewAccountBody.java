package io.gatehouse.rest.account;

import io.gatehouse.application.Ids;
import io.gatehouse.application.account.CreateAccount;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.account.UserName;
import io.gatehouse.rest.parameter.NewId;
import io.gatehouse.rest.parameter.Parameters;
import org.jspecify.annotations.Nullable;

/** What it takes to sign up. */
record NewAccountBody(
        NewId userId,
        EmailAddress email,
        PlainPassword password,
        @Nullable UserName name) {

    static NewAccountBody of(Parameters typed) {
        return new NewAccountBody(
                typed.required("userId", NewId::parse),
                typed.required("email", EmailAddress::parse),
                typed.required("password", PlainPassword::parse),
                typed.optional("name", UserName::parse));
    }

    CreateAccount.Command toCommand(ProjectId project, Ids ids) {
        return new CreateAccount.Command(new AccountId(project, userId.or(ids)), email, password, name);
    }
}
