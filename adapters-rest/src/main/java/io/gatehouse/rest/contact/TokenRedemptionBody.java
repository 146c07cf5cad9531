package io.gatehouse.rest.contact;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.parameter.PresentedSecret;
import io.gatehouse.rest.parameter.ResourceId;

/** A user ID and the secret of a token that was sent to this user. */
public record TokenRedemptionBody(ResourceId userId, Secret secret) {

    public static TokenRedemptionBody of(Parameters parameters) {
        return new TokenRedemptionBody(
                parameters.required("userId", ResourceId::parse),
                parameters.required("secret", PresentedSecret::parse));
    }

    /** The secret is a code. */
    public static TokenRedemptionBody withCode(Parameters parameters) {
        return new TokenRedemptionBody(
                parameters.required("userId", ResourceId::parse), parameters.requiredCode("secret"));
    }

    AccountId account(ProjectId project) {
        return new AccountId(project, userId.value());
    }
}
