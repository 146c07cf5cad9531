package io.gatehouse.rest.token;

import io.gatehouse.application.Project;
import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.application.token.SendEmailVerification;
import io.gatehouse.rest.Call;
import io.gatehouse.rest.ReturnUrls;
import io.gatehouse.rest.parameter.Parameters;

/** Where the link that verifies an address shall lead. */
record EmailVerificationBody(RedirectUrl url) {

    static EmailVerificationBody of(Parameters typed, Project project, ReturnUrls urls) {
        return new EmailVerificationBody(typed.required("url", (name, url) -> urls.parse(project, name, url)));
    }

    SendEmailVerification.Command toCommand(Call call) {
        return new SendEmailVerification.Command(call.project(), call.account(), url, call.locale());
    }
}
