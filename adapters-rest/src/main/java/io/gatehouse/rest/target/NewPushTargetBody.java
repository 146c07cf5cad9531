package io.gatehouse.rest.target;

import io.gatehouse.application.Ids;
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

    /** The target goes with the session that was presented; whoever comes by a JWT has one that stays. */
    RegisterPushTarget.Command toCommand(ApiCall apiCall, Ids ids) {
        var account = apiCall.account().id();
        return new RegisterPushTarget.Command(
                account,
                apiCall.presentedSessionView() == null
                        ? null
                        : apiCall.presentedSessionView().id(),
                new TargetId(account.project(), targetId.or(ids)),
                identifier,
                providerId == null ? null : providerId.value());
    }
}
