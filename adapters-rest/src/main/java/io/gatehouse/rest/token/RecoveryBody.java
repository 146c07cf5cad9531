package io.gatehouse.rest.token;

import io.gatehouse.application.Project;
import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.application.token.RequestPasswordRecovery;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.rest.Call;
import io.gatehouse.rest.ReturnUrls;
import io.gatehouse.rest.parameter.Parameters;

/** Who has forgotten a password, and where the link shall lead. */
record RecoveryBody(EmailAddress email, RedirectUrl url) {

    static RecoveryBody of(Parameters typed, Project project, ReturnUrls urls) {
        return new RecoveryBody(
                typed.required("email", EmailAddress::parse),
                typed.required("url", (name, url) -> urls.parse(project, name, url)));
    }

    RequestPasswordRecovery.Command toCommand(Call call) {
        return new RequestPasswordRecovery.Command(
                call.project(), email, url, call.caller().isTrusted(), call.locale());
    }
}
