package io.gatehouse.rest.target;

import io.gatehouse.application.target.RegisterPushTarget;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.rest.parameter.NewId;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.parameter.Uid;
import io.gatehouse.rest.request.ApiCall;
import org.jspecify.annotations.Nullable;

/** A device to push to, and perhaps by which of the project's providers. */
record NewPushTargetBody(
        NewId targetId, Identifier identifier, @Nullable Uid providerId) {

    static NewPushTargetBody of(Parameters typed) {
        return new NewPushTargetBody(
                typed.required("targetId", NewId::parse),
                typed.required("identifier", DeviceToken::parse),
                typed.optional("providerId", Uid::parse));
    }

    /** The target ends with the session that was presented; registered by a JWT, it stays. */
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
