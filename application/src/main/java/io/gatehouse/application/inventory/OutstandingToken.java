package io.gatehouse.application.inventory;

import io.gatehouse.application.Inventory;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenTerms;
import java.time.Instant;
import java.util.List;

/** A token of an account, with the data needed to find the token that a presented secret belongs to. */
public record OutstandingToken(TokenId id, TokenTerms terms, Instant issuedAt) {

    /** The tokens of an account that no event has ended yet, oldest first; may include expired ones. */
    public static final Inventory<List<OutstandingToken>> INVENTORY = new Inventory<>("tokens");
}
