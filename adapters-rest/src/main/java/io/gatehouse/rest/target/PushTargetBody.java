package io.gatehouse.rest.target;

import io.gatehouse.application.target.RefreshPushTarget;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.rest.parameter.Parameters;

/** A device's new token. */
record PushTargetBody(Identifier identifier) {

    static PushTargetBody of(Parameters typed) {
        return new PushTargetBody(typed.required("identifier", DeviceToken::parse));
    }

    RefreshPushTarget.Command toCommand(AccountId by, TargetId target) {
        return new RefreshPushTarget.Command(by, target, identifier);
    }
}
