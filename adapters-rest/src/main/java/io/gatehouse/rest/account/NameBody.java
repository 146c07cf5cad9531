package io.gatehouse.rest.account;

import io.gatehouse.application.account.UpdateName;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;

/** A new name. */
record NameBody(DisplayName name) {

    static NameBody of(Parameters parameters) {
        return new NameBody(parameters.required("name", DisplayName::parse));
    }

    UpdateName.Command toCommand(ApiCall apiCall) {
        return new UpdateName.Command(apiCall.account(), name);
    }
}
