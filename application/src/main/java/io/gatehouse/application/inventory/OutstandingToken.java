package io.gatehouse.application.inventory;

import io.gatehouse.application.Inventory;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenTerms;
import java.time.Instant;
import java.util.List;

/** A token that nothing has ended yet, with what it takes to find the one that a secret was presented for. */
public record OutstandingToken(TokenId id, TokenTerms terms, Instant issuedAt) {

    /** The tokens of an account that no event has ended yet, oldest first; may include expired ones. */
    public static final Inventory<List<OutstandingToken>> INVENTORY = new Inventory<>("tokens");
}
