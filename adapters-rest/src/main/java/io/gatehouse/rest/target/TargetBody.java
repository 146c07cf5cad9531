package io.gatehouse.rest.target;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.rest.request.Dates;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An address at which a user receives messages: the API's model {@code Target}, fields in its order. */
@Schema(name = "Target")
public record TargetBody(
        @JsonProperty("$id") String id,
        @JsonProperty("$createdAt") String createdAt,
        @JsonProperty("$updatedAt") String updatedAt,
        String name,
        String userId,
        @Nullable String providerId,
        String providerType,
        String identifier,
        boolean expired) {

    public static TargetBody of(TargetView target, AccountId owner) {
        return new TargetBody(
                target.id(),
                Dates.text(target.createdAt()),
                Dates.text(target.updatedAt()),
                target.name(),
                owner.value(),
                target.providerId(),
                target.providerType(),
                target.identifier(),
                target.expired());
    }
}
