package io.gatehouse.application.token;

import io.gatehouse.application.Ids;
import io.gatehouse.application.Secrets;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.project.SignInMethod;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenKind;
import java.time.Duration;
import java.time.InstantSource;

/** Creates tokens, with the secret and validity of their kind. Callers append the event. */
public final class TokenIssuer {

    private final Secrets secrets;
    private final SecurityPhrases securityPhrases;
    private final Ids ids;
    private final InstantSource clock;

    public TokenIssuer(Secrets secrets, SecurityPhrases securityPhrases, Ids ids, InstantSource clock) {
        this.secrets = secrets;
        this.securityPhrases = securityPhrases;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param phrase whether a security phrase was requested */
    public IssuedToken magicUrl(Project project, AccountId account, boolean phrase) {
        var validity = SignInMethod.MAGIC_URL.validity(project.policies());
        return token(account, TokenKind.MAGIC_URL, secrets.nextShort(), phrase, validity);
    }

    /** @param phrase whether a security phrase was requested */
    public IssuedToken emailCode(Project project, AccountId account, boolean phrase) {
        var validity = SignInMethod.EMAIL_OTP.validity(project.policies());
        return token(account, TokenKind.EMAIL_CODE, secrets.nextCode(), phrase, validity);
    }

    /** Test phone numbers have a fixed code. */
    public IssuedToken phoneCode(Project project, AccountId account, PhoneNumber phone) {
        var fixed = project.policies().mockNumbers().get(phone);
        var validity = SignInMethod.PHONE.validity(project.policies());
        return token(account, TokenKind.PHONE_CODE, fixed == null ? secrets.nextCode() : fixed, false, validity);
    }

    public IssuedToken recovery(Project project, AccountId account) {
        var validity = project.policies().validity().recovery();
        return token(account, TokenKind.RECOVERY, secrets.next(), false, validity);
    }

    public IssuedToken emailVerification(Project project, AccountId account) {
        var validity = project.policies().emailVerificationValidity();
        return token(account, TokenKind.EMAIL_VERIFICATION, secrets.next(), false, validity);
    }

    private IssuedToken token(AccountId account, TokenKind kind, Secret secret, boolean phrase, Duration validity) {
        var now = clock.instant();
        var id = new TokenId(account.project(), ids.next());
        return new IssuedToken(
                id, account, kind, secret, phrase ? securityPhrases.next() : "", now, now.plus(validity));
    }
}
