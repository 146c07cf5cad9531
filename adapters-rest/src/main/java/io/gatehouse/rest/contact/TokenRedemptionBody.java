package io.gatehouse.rest.contact;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.parameter.PresentedSecret;
import io.gatehouse.rest.parameter.Uid;

/** What a user read, and nobody else. */
public record TokenRedemptionBody(Uid userId, Secret secret) {

    public static TokenRedemptionBody of(Parameters typed) {
        return new TokenRedemptionBody(
                typed.required("userId", Uid::parse), typed.required("secret", PresentedSecret::parse));
    }

    AccountId account(ProjectId project) {
        return new AccountId(project, userId.value());
    }
}
