package io.gatehouse.rest.password;

import io.gatehouse.application.password.RequestPasswordRecovery;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.rest.origin.RedirectUrlValidator;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;

/** Who has forgotten a password, and where the link shall lead. */
public record RecoveryBody(EmailAddress email, RedirectUrl url) {

    public static RecoveryBody of(Parameters typed, Project project, RedirectUrlValidator urls) {
        return new RecoveryBody(
                typed.required("email", EmailAddress::parse),
                typed.required("url", (name, url) -> urls.parse(project, name, url)));
    }

    public RequestPasswordRecovery.Command toCommand(ApiCall apiCall) {
        return new RequestPasswordRecovery.Command(email, url, apiCall.caller().isTrusted());
    }
}
