package io.gatehouse.rest.mfa.challenge;

import static io.gatehouse.rest.error.ErrorType.GENERAL_PHONE_DISABLED;
import static io.gatehouse.rest.error.ErrorType.GENERAL_SMTP_DISABLED;
import static io.gatehouse.rest.error.ErrorType.USER_AUTH_METHOD_UNSUPPORTED;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_NOT_FOUND;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_NOT_VERIFIED;
import static io.gatehouse.rest.error.ErrorType.USER_INVALID_TOKEN;
import static io.gatehouse.rest.error.ErrorType.USER_PHONE_NOT_FOUND;
import static io.gatehouse.rest.error.ErrorType.USER_PHONE_NOT_VERIFIED;
import static io.gatehouse.rest.error.ErrorType.USER_SESSION_NOT_FOUND;

import io.gatehouse.application.mfa.challenge.AnswerChallenge;
import io.gatehouse.application.mfa.challenge.CreateChallenge;
import io.gatehouse.rest.endpoint.AliasOf;
import io.gatehouse.rest.endpoint.Endpoint;
import io.gatehouse.rest.endpoint.Limit;
import io.gatehouse.rest.endpoint.LimitKey;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Scope;
import io.gatehouse.rest.session.SessionBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Creates MFA challenges and answers them. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class ChallengeResource {

    private final ApiCall apiCall;
    private final CreateChallenge createChallenge;
    private final AnswerChallenge answerChallenge;

    ChallengeResource(ApiCall apiCall, CreateChallenge createChallenge, AnswerChallenge answerChallenge) {
        this.apiCall = apiCall;
        this.createChallenge = createChallenge;
        this.answerChallenge = answerChallenge;
    }

    @POST
    @Path("/account/mfa/challenges")
    @ResponseStatus(201)
    @Endpoint(
            summary = "Create an MFA challenge. For e-mail and phone a code is sent.",
            scope = Scope.ACCOUNT,
            allowsIncompleteSession = true,
            parameters = NewChallengeBody.class,
            refusals = {
                USER_AUTH_METHOD_UNSUPPORTED,
                GENERAL_SMTP_DISABLED,
                USER_EMAIL_NOT_FOUND,
                USER_EMAIL_NOT_VERIFIED,
                GENERAL_PHONE_DISABLED,
                USER_PHONE_NOT_FOUND,
                USER_PHONE_NOT_VERIFIED
            },
            limit = @Limit(perHour = 10, by = LimitKey.URL_AND_CALLER))
    public MfaChallengeBody createMFAChallenge() {
        var body = NewChallengeBody.of(apiCall.parameters());
        return MfaChallengeBody.of(createChallenge.handle(body.toCommand(apiCall), apiCall.context()));
    }

    @POST
    @Path("/account/mfa/challenge")
    @ResponseStatus(201)
    @AliasOf("createMFAChallenge")
    public MfaChallengeBody createLegacyMFAChallenge() {
        return createMFAChallenge();
    }

    @PUT
    @Path("/account/mfa/challenges")
    @Endpoint(
            summary = "Answer an MFA challenge, in the session that created it",
            scope = Scope.ACCOUNT,
            allowsIncompleteSession = true,
            parameters = ChallengeAnswerBody.class,
            refusals = {USER_SESSION_NOT_FOUND, USER_INVALID_TOKEN, USER_AUTH_METHOD_UNSUPPORTED},
            limit = @Limit(perHour = 10, by = LimitKey.URL_AND_CHALLENGE_ID))
    public SessionBody updateMFAChallenge() {
        var body =
                ChallengeAnswerBody.of(apiCall.parameters(), apiCall.project().id());
        return SessionBody.of(answerChallenge.handle(body.toCommand(apiCall), apiCall.context()), apiCall);
    }

    @PUT
    @Path("/account/mfa/challenge")
    @AliasOf("updateMFAChallenge")
    public SessionBody updateLegacyMFAChallenge() {
        return updateMFAChallenge();
    }
}
