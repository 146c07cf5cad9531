package io.gatehouse.rest.target;

import io.gatehouse.application.target.RegisterPushTarget;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.rest.parameter.NewId;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.parameter.ResourceId;
import io.gatehouse.rest.request.ApiCall;
import org.jspecify.annotations.Nullable;

/** A device to register for push messages, optionally with one of the project's push providers. */
record NewPushTargetBody(
        NewId targetId, Identifier identifier, @Nullable ResourceId providerId) {

    static NewPushTargetBody of(Parameters parameters) {
        return new NewPushTargetBody(
                parameters.required("targetId", NewId::parse),
                parameters.required("identifier", DeviceToken::parse),
                parameters.optional("providerId", ResourceId::parse));
    }

    /** The target is deleted with the session that was presented; if a JWT was, it stays. */
    RegisterPushTarget.Command toCommand(ApiCall apiCall) {
        var account = apiCall.account().id();
        return new RegisterPushTarget.Command(
                account,
                apiCall.presentedSession() == null
                        ? null
                        : apiCall.presentedSession().id(),
                new TargetId(account.project(), apiCall.resolve(targetId)),
                identifier,
                providerId == null ? null : providerId.value());
    }
}
