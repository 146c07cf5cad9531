package io.gatehouse.rest.target;

import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.rest.parameter.Parameters;

/** A device's new token. */
record PushTargetBody(Identifier identifier) {

    static PushTargetBody of(Parameters parameters) {
        return new PushTargetBody(parameters.required("identifier", DeviceToken::parse));
    }
}
