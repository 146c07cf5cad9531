package io.gatehouse.application.mfa;

import static io.gatehouse.application.InMemoryGatehouse.OCCASION;
import static io.gatehouse.application.InMemoryGatehouse.id;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.mfa.authenticator.EnrolAuthenticator;
import io.gatehouse.application.mfa.authenticator.RemoveAuthenticator;
import io.gatehouse.application.mfa.authenticator.Totp;
import io.gatehouse.application.mfa.authenticator.VerifyAuthenticator;
import io.gatehouse.application.mfa.challenge.AnswerChallenge;
import io.gatehouse.application.mfa.challenge.CreateChallenge;
import io.gatehouse.application.mfa.challenge.IssuedChallenge;
import io.gatehouse.application.mfa.recoverycodes.GenerateRecoveryCodes;
import io.gatehouse.application.mfa.recoverycodes.ListRecoveryCodes;
import io.gatehouse.application.mfa.recoverycodes.RegenerateRecoveryCodes;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeCommand.ChallengeHolder;
import io.gatehouse.domain.session.SessionId;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets up second factors and answers challenges, as people do with their apps and with what they were sent. */
public final class SecondFactors {

    private final InMemoryGatehouse gatehouse;

    public SecondFactors(InMemoryGatehouse gatehouse) {
        this.gatehouse = gatehouse;
    }

    /** @return what the app computes its codes from */
    public Secret begin(String user) {
        return create(user).secret();
    }

    public EnrolAuthenticator.Created create(String user) {
        var command = new EnrolAuthenticator.Command(gatehouse.project(), gatehouse.view(id(user)));
        return new EnrolAuthenticator(
                        gatehouse.totpCodes(), gatehouse.vault(), gatehouse.store(), gatehouse.ids(), gatehouse.clock())
                .handle(command, OCCASION);
    }

    public AccountView verify(String user, @Nullable SessionId session, Secret code) {
        var command = new VerifyAuthenticator.Command(gatehouse.view(id(user)), session, code);
        return new VerifyAuthenticator(
                        gatehouse.totpCodes(),
                        gatehouse.notices(),
                        gatehouse.accounts(),
                        gatehouse.store(),
                        gatehouse.clock())
                .handle(command, gatehouse.visit());
    }

    /** Enrols an app, and leaves its codes unspent. */
    public Secret enrol(String user) {
        var app = begin(user);
        verify(user, null, code(app));
        return app;
    }

    /** @return what the app shows now */
    public Secret code(Secret app) {
        return code(app, 0);
    }

    /** @param later how many half minutes; negative for earlier ones */
    public Secret code(Secret app, int later) {
        var step = gatehouse.now().getEpochSecond() / Totp.STEP.toSeconds();
        return new Secret(gatehouse.totp().code(app, step + later));
    }

    /** @param proof null for those who passed a challenge lately */
    public void delete(String user, @Nullable Secret proof) {
        var command = new RemoveAuthenticator.Command(gatehouse.view(id(user)), proof);
        new RemoveAuthenticator(
                        gatehouse.totpCodes(),
                        gatehouse.recoveryCodes(),
                        gatehouse.notices(),
                        gatehouse.store(),
                        gatehouse.clock())
                .handle(command, gatehouse.visit());
    }

    public List<Secret> recoveryCodes(String user) {
        var command = new GenerateRecoveryCodes.Command(gatehouse.view(id(user)));
        return new GenerateRecoveryCodes(gatehouse.recoveryCodes(), gatehouse.store(), gatehouse.clock())
                .handle(command, gatehouse.visit());
    }

    public List<Secret> otherRecoveryCodes(String user) {
        var command = new RegenerateRecoveryCodes.Command(gatehouse.view(id(user)));
        return new RegenerateRecoveryCodes(gatehouse.recoveryCodes(), gatehouse.store(), gatehouse.clock())
                .handle(command, gatehouse.visit());
    }

    public List<Secret> recoveryCodesLeft(String user) {
        var command = new ListRecoveryCodes.Command(gatehouse.project(), id(user));
        return new ListRecoveryCodes(gatehouse.factors(), gatehouse.recoveryCodes()).handle(command);
    }

    public IssuedChallenge challenge(SessionView session, Factor factor) {
        var command = new CreateChallenge.Command(gatehouse.view(id(session.userId())), session.id(), factor);
        return new CreateChallenge(
                        gatehouse.channels(),
                        gatehouse.secrets(),
                        gatehouse.digests(),
                        gatehouse.letters(),
                        gatehouse.store(),
                        gatehouse.ids(),
                        gatehouse.clock())
                .handle(command, gatehouse.visit());
    }

    /** @return what was sent last */
    public Secret sent() {
        return new Secret(gatehouse.lastLetter().getOrDefault("otp", ""));
    }

    public SessionView answer(ChallengeId challenge, SessionView session, Secret code) {
        return answer(challenge, session, code, gatehouse.clock());
    }

    /** @param clock of the node that is asked */
    SessionView answer(ChallengeId challenge, SessionView session, Secret code, InstantSource clock) {
        var by = new ChallengeHolder(id(session.userId()), session.id());
        return new AnswerChallenge(
                        gatehouse.totpCodes(),
                        gatehouse.recoveryCodes(),
                        gatehouse.digests(),
                        gatehouse.sessions(),
                        gatehouse.store(),
                        clock)
                .handle(new AnswerChallenge.Command(challenge, by, code), gatehouse.visit());
    }

    /** Passes a challenge of its own with that code. */
    public SessionView prove(SessionView session, Factor factor, Secret code) {
        return answer(challenge(session, factor).id(), session, code);
    }

    /** @param session null for those who came otherwise */
    public AccountView switchMfa(String user, @Nullable SessionView session, boolean on) {
        var command = new EnableOrDisableMfa.Command(gatehouse.view(id(user)), session, on);
        return new EnableOrDisableMfa(gatehouse.notices(), gatehouse.accounts(), gatehouse.store(), gatehouse.clock())
                .handle(command, gatehouse.visit());
    }
}
