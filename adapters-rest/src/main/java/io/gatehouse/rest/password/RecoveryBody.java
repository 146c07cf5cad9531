package io.gatehouse.rest.password;

import io.gatehouse.application.password.RequestPasswordRecovery;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.rest.origin.RedirectUrlValidator;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;

/** The e-mail address of an account, and the redirect URL of the recovery link. */
public record RecoveryBody(EmailAddress email, RedirectUrl url) {

    public static RecoveryBody of(Parameters parameters, Project project, RedirectUrlValidator urls) {
        return new RecoveryBody(
                parameters.required("email", EmailAddress::parse),
                parameters.required("url", (name, url) -> urls.parse(project, name, url)));
    }

    public RequestPasswordRecovery.Command toCommand(ApiCall apiCall) {
        return new RequestPasswordRecovery.Command(email, url, apiCall.caller().isTrusted());
    }
}
