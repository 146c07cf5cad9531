package io.gatehouse.rest.gate;

import io.gatehouse.application.project.Project;
import io.gatehouse.application.project.Project.ApiKey;
import io.gatehouse.rest.request.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who stands before the gate, as far as they can be recognised.
 *
 * @param project null if they name none that exists
 * @param user null unless a session was presented that is valid, or a JWT for one
 * @param presentedKey null if there is none
 * @param key null unless the presented one is of this project; it may have expired
 * @param triedFallback whether neither cookie nor session header held a session
 */
record IdentificationResult(
        @Nullable Project project,
        Caller.@Nullable User user,
        @Nullable String presentedKey,
        @Nullable ApiKey key,
        boolean triedFallback) {

    Caller toCaller() {
        if (key != null) {
            return new Caller.Key(key, user);
        }
        return user == null ? new Caller.Guest() : user;
    }
}
