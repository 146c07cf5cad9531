package io.gatehouse.rest.contact;

import io.gatehouse.application.contact.SendEmailVerification;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.rest.origin.RedirectUrlValidator;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;

/** The redirect URL of a verification link. */
record EmailVerificationBody(RedirectUrl url) {

    static EmailVerificationBody of(Parameters parameters, Project project, RedirectUrlValidator urls) {
        return new EmailVerificationBody(parameters.required("url", (name, url) -> urls.parse(project, name, url)));
    }

    SendEmailVerification.Command toCommand(ApiCall apiCall) {
        return new SendEmailVerification.Command(apiCall.account(), url);
    }
}
