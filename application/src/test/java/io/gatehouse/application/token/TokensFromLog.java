package io.gatehouse.application.token;

import static java.util.Comparator.comparing;

import io.gatehouse.application.inventory.OutstandingToken;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.token.TokenEvent;
import io.gatehouse.domain.token.TokenEvent.RecoveryIgnored;
import io.gatehouse.domain.token.TokenEvent.TokenExpired;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import io.gatehouse.domain.token.TokenEvent.TokenRedeemed;
import io.gatehouse.domain.token.TokenEvent.TokenRequestIgnored;
import io.gatehouse.domain.token.TokenEvent.TokenWithdrawn;
import io.gatehouse.domain.token.TokenEvent.WrongCodePresented;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenTerms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tokens that no event of a log has ended; they may have expired. */
public final class TokensFromLog {

    private final Map<TokenId, TokenIssued> open = new LinkedHashMap<>();

    private TokensFromLog() {}

    /** @return the tokens of all accounts, oldest first */
    public static List<TokenIssued> in(List<Event> log) {
        var tokens = new TokensFromLog();
        log.forEach(tokens::evolve);
        return tokens.open.values().stream().sorted(comparing(TokenIssued::at)).toList();
    }

    /** @return oldest first */
    public static List<OutstandingToken> of(AccountId account, List<Event> log) {
        return in(log).stream()
                .filter(e -> e.account().equals(account))
                .map(e -> new OutstandingToken(e.token(), new TokenTerms(e.kind(), e.secret(), e.expiresAt()), e.at()))
                .toList();
    }

    private void evolve(Event event) {
        switch (event) {
            case TokenEvent e -> evolve(e);
            case UserDeleted e ->
                open.values().removeIf(issued -> issued.account().equals(e.account()));
            default -> {} // does not concern tokens
        }
    }

    private void evolve(TokenEvent event) {
        switch (event) {
            case TokenIssued e -> open.put(e.token(), e);
            case TokenRedeemed _, TokenWithdrawn _, TokenExpired _ -> open.remove(event.token());
            case WrongCodePresented _, RecoveryIgnored _, TokenRequestIgnored _ -> {} // change no token
        }
    }
}
