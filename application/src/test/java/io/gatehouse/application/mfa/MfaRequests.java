package io.gatehouse.application.mfa;

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

/** Sets up second factors and answers challenges by their use cases. */
public final class MfaRequests {

    private final InMemoryGatehouse gatehouse;

    public MfaRequests(InMemoryGatehouse gatehouse) {
        this.gatehouse = gatehouse;
    }

    /** @return the secret of a new authenticator, which is not verified yet */
    public Secret begin(String user) {
        return create(user).secret();
    }

    public EnrolAuthenticator.Created create(String user) {
        var command = new EnrolAuthenticator.Command(gatehouse.view(id(user)));
        return new EnrolAuthenticator(
                        gatehouse.totpVerifier(),
                        gatehouse.secretEncryption(),
                        gatehouse.store(),
                        gatehouse.ids(),
                        gatehouse.clock())
                .handle(command, gatehouse.context());
    }

    public AccountView verify(String user, @Nullable SessionId session, Secret code) {
        var command = new VerifyAuthenticator.Command(gatehouse.view(id(user)), session, code);
        return new VerifyAuthenticator(
                        gatehouse.totpVerifier(),
                        gatehouse.securityNotices(),
                        gatehouse.accounts(),
                        gatehouse.store(),
                        gatehouse.clock())
                .handle(command, gatehouse.context());
    }

    /** @return the secret of a verified authenticator; its codes are unspent */
    public Secret enrol(String user) {
        var app = begin(user);
        verify(user, null, code(app));
        return app;
    }

    /** @return the current code */
    public Secret code(Secret app) {
        return code(app, 0);
    }

    /** @param later steps of 30 s after the current one; negative for earlier ones */
    public Secret code(Secret app, int later) {
        var step = gatehouse.now().getEpochSecond() / Totp.STEP.toSeconds();
        return new Secret(gatehouse.totp().code(app, step + later));
    }

    /** @param proof null after a recent challenge */
    public void delete(String user, @Nullable Secret proof) {
        var command = new RemoveAuthenticator.Command(gatehouse.view(id(user)), proof);
        new RemoveAuthenticator(
                        gatehouse.totpVerifier(),
                        gatehouse.recoveryCodes(),
                        gatehouse.securityNotices(),
                        gatehouse.store(),
                        gatehouse.clock())
                .handle(command, gatehouse.context());
    }

    public List<Secret> recoveryCodes(String user) {
        var command = new GenerateRecoveryCodes.Command(gatehouse.view(id(user)));
        return new GenerateRecoveryCodes(gatehouse.recoveryCodes(), gatehouse.store(), gatehouse.clock())
                .handle(command, gatehouse.context());
    }

    public List<Secret> otherRecoveryCodes(String user) {
        var command = new RegenerateRecoveryCodes.Command(gatehouse.view(id(user)));
        return new RegenerateRecoveryCodes(gatehouse.recoveryCodes(), gatehouse.store(), gatehouse.clock())
                .handle(command, gatehouse.context());
    }

    public List<Secret> recoveryCodesLeft(String user) {
        var command = new ListRecoveryCodes.Command(id(user));
        return new ListRecoveryCodes(gatehouse.factors(), gatehouse.recoveryCodes())
                .handle(command, gatehouse.context());
    }

    public IssuedChallenge challenge(SessionView session, Factor factor) {
        var command = new CreateChallenge.Command(gatehouse.view(id(session.userId())), session.id(), factor);
        return new CreateChallenge(
                        gatehouse.messaging(),
                        gatehouse.secrets(),
                        gatehouse.digests(),
                        gatehouse.composer(),
                        gatehouse.store(),
                        gatehouse.ids(),
                        gatehouse.clock())
                .handle(command, gatehouse.context());
    }

    /** @return the code in the last message */
    public Secret sent() {
        return new Secret(gatehouse.lastMessageVariables().getOrDefault("otp", ""));
    }

    public SessionView answer(ChallengeId challenge, SessionView session, Secret code) {
        return answer(challenge, session, code, gatehouse.clock());
    }

    /** @param clock of the node that receives the answer */
    SessionView answer(ChallengeId challenge, SessionView session, Secret code, InstantSource clock) {
        var by = new ChallengeHolder(id(session.userId()), session.id());
        return new AnswerChallenge(
                        gatehouse.totpVerifier(),
                        gatehouse.recoveryCodes(),
                        gatehouse.digests(),
                        gatehouse.sessions(),
                        gatehouse.store(),
                        clock)
                .handle(new AnswerChallenge.Command(challenge, by, code), gatehouse.context());
    }

    /** Passes a new challenge with that code. */
    public SessionView prove(SessionView session, Factor factor, Secret code) {
        return answer(challenge(session, factor).id(), session, code);
    }

    /** @param session null for a request without one */
    public AccountView switchMfa(String user, @Nullable SessionView session, boolean on) {
        var command = new EnableOrDisableMfa.Command(gatehouse.view(id(user)), session, on);
        return new EnableOrDisableMfa(
                        gatehouse.securityNotices(), gatehouse.accounts(), gatehouse.store(), gatehouse.clock())
                .handle(command, gatehouse.context());
    }
}
