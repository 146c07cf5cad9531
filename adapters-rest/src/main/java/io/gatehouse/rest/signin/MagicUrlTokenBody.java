package io.gatehouse.rest.signin;

import io.gatehouse.application.project.Project;
import io.gatehouse.application.signin.SendMagicLink;
import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.rest.origin.RedirectUrlValidator;
import io.gatehouse.rest.parameter.NewId;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;
import java.util.Objects;
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

    /** @param page of this installation, where the link leads unless the app names a page of its own */
    public MagicUrlTokenBody orDefaultUrl(RedirectUrl page) {
        return url == null ? new MagicUrlTokenBody(userId, email, page, phrase) : this;
    }

    public SendMagicLink.Command toCommand(ApiCall apiCall) {
        var wanted = new AccountId(apiCall.project().id(), apiCall.resolve(userId));
        return new SendMagicLink.Command(wanted, email, Objects.requireNonNull(url), phrase);
    }
}
