package io.gatehouse.rest.gate;

import io.gatehouse.application.project.SignInMethod;
import io.gatehouse.rest.endpoint.AliasOf;
import io.gatehouse.rest.endpoint.Endpoint;
import io.gatehouse.rest.endpoint.Limit;
import io.gatehouse.rest.endpoint.LimitKey;
import io.gatehouse.rest.endpoint.Route;
import io.gatehouse.rest.endpoint.StepUpRequirement;
import io.gatehouse.rest.request.Scope;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;

/** Endpoints that do nothing, one for each kind of check that the gate makes. Tests name them by their methods. */
@Path("/v1/test")
final class SampleEndpoints {

    static Route route(String method) {
        return Stream.of(SampleEndpoints.class.getMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .findFirst()
                .map(Route::of)
                .orElseThrow();
    }

    @GET
    @Endpoint(scope = Scope.ACCOUNT, limit = @Limit(none = Limit.UNDOCUMENTED))
    public void getAccount() {}

    @POST
    @Path("/sign-in")
    @Endpoint(
            scope = Scope.SESSIONS_WRITE,
            opensSession = true,
            switchedBy = SignInMethod.EMAIL_PASSWORD,
            timestamped = true,
            limit = @Limit(perHour = 2, by = LimitKey.URL_AND_EMAIL))
    public void signIn() {}

    @POST
    @AliasOf("signIn")
    public void signInAlias() {}

    /** By a method that is switched off in the sample project. */
    @POST
    @Path("/otp")
    @Endpoint(
            scope = Scope.SESSIONS_WRITE,
            opensSession = true,
            switchedBy = SignInMethod.EMAIL_OTP,
            limit = @Limit(perHour = 2, by = LimitKey.URL_AND_IP))
    public void signInWithCode() {}

    @PUT
    @Path("/redeem")
    @Endpoint(
            scope = Scope.PUBLIC,
            limit =
                    @Limit(
                            perHour = 3,
                            by = {LimitKey.USER_ID, LimitKey.URL_AND_IP}))
    public void redeemToken() {}

    @POST
    @Path("/jwts")
    @Endpoint(
            switchedBy = SignInMethod.JWT,
            scope = Scope.ACCOUNT,
            limit = @Limit(ofMethod = true, by = LimitKey.URL_AND_CALLER))
    public void createJwt() {}

    @GET
    @Path("/factors")
    @Endpoint(scope = Scope.ACCOUNT, allowsIncompleteSession = true, limit = @Limit(none = Limit.UNDOCUMENTED))
    public void listFactors() {}

    @GET
    @Path("/codes")
    @Endpoint(scope = Scope.ACCOUNT, stepUp = StepUpRequirement.ALWAYS, limit = @Limit(none = Limit.UNDOCUMENTED))
    public void readRecoveryCodes() {}

    @POST
    @Path("/authenticator")
    @Endpoint(
            scope = Scope.ACCOUNT,
            stepUp = StepUpRequirement.STRICT_PROJECTS,
            limit = @Limit(perHour = 10, by = LimitKey.URL_AND_CALLER))
    public void createAuthenticator() {}

    @DELETE
    @Path("/authenticator")
    @Endpoint(
            scope = Scope.ACCOUNT,
            stepUp = StepUpRequirement.UNLESS_OTP,
            limit = @Limit(perHour = 1, by = LimitKey.URL_AND_CALLER, onlyWith = "otp"))
    public void deleteAuthenticator() {}

    @POST
    @Path("/push")
    @Endpoint(scope = Scope.TARGETS_WRITE, limit = @Limit(none = Limit.UNDOCUMENTED))
    public void createPushTarget() {}

    @GET
    @Path("/keys")
    @Endpoint(scope = Scope.ANYONE, allowsIncompleteSession = true, limit = @Limit(none = Limit.UNDOCUMENTED))
    public void getPublicKeys() {}

    @GET
    @Path("/nowhere")
    @Endpoint(scope = Scope.NONE, limit = @Limit(none = Limit.UNDOCUMENTED))
    public void unknownRoute() {}
}
