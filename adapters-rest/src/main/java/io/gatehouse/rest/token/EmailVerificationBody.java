package io.gatehouse.rest.token;

import io.gatehouse.application.contact.SendEmailVerification;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.rest.ApiCall;
import io.gatehouse.rest.RedirectUrlValidator;
import io.gatehouse.rest.parameter.Parameters;

/** Where the link that verifies an address shall lead. */
record EmailVerificationBody(RedirectUrl url) {

    static EmailVerificationBody of(Parameters typed, Project project, RedirectUrlValidator urls) {
        return new EmailVerificationBody(typed.required("url", (name, url) -> urls.parse(project, name, url)));
    }

    SendEmailVerification.Command toCommand(ApiCall apiCall) {
        return new SendEmailVerification.Command(apiCall.project(), apiCall.account(), url, apiCall.locale());
    }
}
