package io.gatehouse.rest.token;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.parameter.TypedSecret;
import io.gatehouse.rest.parameter.Uid;

/** What a user read, and nobody else. */
record ProofBody(Uid userId, Secret secret) {

    static ProofBody of(Parameters typed) {
        return new ProofBody(typed.required("userId", Uid::parse), typed.required("secret", TypedSecret::parse));
    }

    AccountId account(ProjectId project) {
        return new AccountId(project, userId.value());
    }
}
