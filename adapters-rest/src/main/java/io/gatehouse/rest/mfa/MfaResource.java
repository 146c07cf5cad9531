package io.gatehouse.rest.mfa;

import static io.gatehouse.rest.error.ErrorType.USER_CHALLENGE_REQUIRED;
import static io.gatehouse.rest.error.ErrorType.USER_SESSION_NOT_FOUND;

import io.gatehouse.application.mfa.EnableOrDisableMfa;
import io.gatehouse.application.mfa.FactorViews;
import io.gatehouse.application.mfa.UsableFactors;
import io.gatehouse.application.project.EmailDomains;
import io.gatehouse.rest.account.AccountBody;
import io.gatehouse.rest.endpoint.Endpoint;
import io.gatehouse.rest.endpoint.Limit;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Enables and disables MFA, and lists the available factors. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class MfaResource {

    private final ApiCall apiCall;
    private final EmailDomains emailDomains;
    private final FactorViews factors;
    private final EnableOrDisableMfa enableOrDisableMfa;

    MfaResource(
            ApiCall apiCall, EmailDomains emailDomains, FactorViews factors, EnableOrDisableMfa enableOrDisableMfa) {
        this.apiCall = apiCall;
        this.emailDomains = emailDomains;
        this.factors = factors;
        this.enableOrDisableMfa = enableOrDisableMfa;
    }

    @PATCH
    @Path("/account/mfa")
    @Endpoint(
            summary = "Enable or disable MFA for the account",
            scope = Scope.ACCOUNT,
            parameters = MfaBody.class,
            refusals = {USER_CHALLENGE_REQUIRED, USER_SESSION_NOT_FOUND},
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public AccountBody updateMFA() {
        var body = MfaBody.of(apiCall.parameters());
        return AccountBody.of(enableOrDisableMfa.handle(body.toCommand(apiCall), apiCall.context()), emailDomains);
    }

    @GET
    @Path("/account/mfa/factors")
    @Endpoint(
            summary =
                    "List the factors that can answer an MFA challenge. An incomplete session gets those it has not proven.",
            scope = Scope.ACCOUNT,
            allowsIncompleteSession = true,
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public MfaFactorsBody listMFAFactors() {
        var account = apiCall.account();
        var session = apiCall.backingSession();
        var usable = UsableFactors.of(apiCall.project(), account, factors.of(account.id()));
        return MfaFactorsBody.of(session.isCompleteFor(account) ? usable : usable.without(session.factors()));
    }
}
