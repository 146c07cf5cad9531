package io.gatehouse.rest.gate;

import io.gatehouse.application.project.Project;
import io.gatehouse.application.project.Project.ApiKey;
import io.gatehouse.rest.request.Caller;
import org.jspecify.annotations.Nullable;

/**
 * The project and the sender of a request, as far as they are known.
 *
 * @param project null if the request names no existing project
 * @param user null unless an open session, or a JWT for one, was presented
 * @param presentedKey the API key as sent; null if there is none
 * @param key null unless the presented key belongs to this project; it may have expired
 * @param triedFallback whether neither cookies nor {@code X-Appwrite-Session} contained a session
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
