package io.gatehouse.rest.token;

import io.gatehouse.application.password.RequestPasswordRecovery;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.rest.ApiCall;
import io.gatehouse.rest.RedirectUrlValidator;
import io.gatehouse.rest.parameter.Parameters;

/** Who has forgotten a password, and where the link shall lead. */
record RecoveryBody(EmailAddress email, RedirectUrl url) {

    static RecoveryBody of(Parameters typed, Project project, RedirectUrlValidator urls) {
        return new RecoveryBody(
                typed.required("email", EmailAddress::parse),
                typed.required("url", (name, url) -> urls.parse(project, name, url)));
    }

    RequestPasswordRecovery.Command toCommand(ApiCall apiCall) {
        return new RequestPasswordRecovery.Command(
                apiCall.project(), email, url, apiCall.caller().isTrusted(), apiCall.locale());
    }
}
