package io.gatehouse.rest.account;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.UpdateName;
import io.gatehouse.domain.account.UserName;
import io.gatehouse.rest.parameter.Parameters;

/** A new name. */
record NameBody(UserName name) {

    static NameBody of(Parameters typed) {
        return new NameBody(typed.required("name", UserName::parse));
    }

    UpdateName.Command toCommand(AccountView account) {
        return new UpdateName.Command(account, name);
    }
}
