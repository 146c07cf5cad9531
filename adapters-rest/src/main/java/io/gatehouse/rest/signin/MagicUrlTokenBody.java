package io.gatehouse.rest.signin;

import io.gatehouse.application.Ids;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.signin.SendMagicLink;
import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.rest.origin.RedirectUrlValidator;
import io.gatehouse.rest.parameter.NewId;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;
import org.jspecify.annotations.Nullable;

/**
 * Who wants a link by mail.
 *
 * @param userId of the user if there is none yet
 * @param url where it shall lead; null for the page of this installation
 * @param phrase whether two words to compare are wanted
 */
public record MagicUrlTokenBody(
        NewId userId, EmailAddress email, @Nullable RedirectUrl url, boolean phrase) {

    public static MagicUrlTokenBody of(Parameters typed, Project project, RedirectUrlValidator urls) {
        return new MagicUrlTokenBody(
                typed.required("userId", NewId::parse),
                typed.required("email", EmailAddress::parse),
                typed.optional("url", (name, url) -> urls.parse(project, name, url)),
                typed.flag("phrase", false));
    }

    public SendMagicLink.Command toCommand(ApiCall apiCall, Ids ids, RedirectUrl otherwise) {
        var wanted = new AccountId(apiCall.project().id(), userId.or(ids));
        return new SendMagicLink.Command(
                apiCall.project(), wanted, email, url == null ? otherwise : url, phrase, apiCall.locale());
    }
}
