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
 * The parameters of a magic link.
 *
 * @param userId the ID of the user to be created if the address belongs to none
 * @param url the redirect URL; null for the default page of this installation
 * @param phrase whether to generate a security phrase
 */
public record MagicUrlTokenBody(
        NewId userId, EmailAddress email, @Nullable RedirectUrl url, boolean phrase) {

    public static MagicUrlTokenBody of(Parameters parameters, Project project, RedirectUrlValidator urls) {
        return new MagicUrlTokenBody(
                parameters.required("userId", NewId::parse),
                parameters.required("email", EmailAddress::parse),
                parameters.optional("url", (name, url) -> urls.parse(project, name, url)),
                parameters.flag("phrase", false));
    }

    /** @param page the default page of this installation */
    public MagicUrlTokenBody orDefaultUrl(RedirectUrl page) {
        return url == null ? new MagicUrlTokenBody(userId, email, page, phrase) : this;
    }

    public SendMagicLink.Command toCommand(ApiCall apiCall) {
        var newUser = new AccountId(apiCall.project().id(), apiCall.resolve(userId));
        return new SendMagicLink.Command(newUser, email, Objects.requireNonNull(url), phrase);
    }
}
