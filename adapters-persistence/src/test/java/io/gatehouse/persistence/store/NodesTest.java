package io.gatehouse.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.Contract;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.token.TokenRedemption;
import io.gatehouse.application.token.TokenRedemption.PresentedToken;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorId;
import io.gatehouse.domain.mfa.authenticator.TotpStepCommand.SpendStep;
import io.gatehouse.domain.mfa.authenticator.TotpStepId;
import io.gatehouse.domain.session.SessionCommand.EvictSession;
import io.gatehouse.domain.token.TokenKind;
import io.gatehouse.persistence.Postgres;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes over one database do together what one of them would do alone. */
@ExtendWith(Postgres.Server.class)
class NodesTest extends Contract {

    private static final int LIMIT = 3;

    private final List<PostgresEventStore> nodes;

    NodesTest(Postgres postgres) {
        this.nodes = List.of(postgres.node(), postgres.node());
    }

    @Override
    protected EventStore store() {
        return nodes.getFirst();
    }

    @Test
    void however_many_sign_in_at_once_all_succeed_and_no_more_stay_than_there_is_room_for() throws Exception {
        signUp(alice);
        inParallel(32, n -> nodes.get(n % 2).transact(occasion(null), streams -> {
            streams.append(opened(alice, "session-" + n, NOON));
            var held = streams.sessionsOf(alice);
            held.stream()
                    .limit(Math.max(0, held.size() + 1 - LIMIT))
                    .forEach(oldest -> streams.execute(oldest.id(), new EvictSession(oldest.id(), NOON)));
            return held.size();
        }));
        assertThat(held()).hasSize(LIMIT);
    }

    @Test
    void a_token_is_redeemed_once_however_many_try() throws Exception {
        signUp(alice);
        happened(issued(alice, "123456", TokenKind.EMAIL_CODE));
        var presentedToken = new PresentedToken(alice, Set.of(TokenKind.EMAIL_CODE), new Secret("123456"));
        var answers = inParallel(
                32,
                n -> refusalOf(() -> {
                    var tokenRedemption = new TokenRedemption(nodes.get(n % 2), () -> NOON);
                    tokenRedemption.redeem(
                            presentedToken, AuditAction.SESSION_CREATE, occasion(null), (_, token) -> token);
                }));
        assertThat(answers).containsOnlyOnce(Optional.empty());
        assertThat(answers).filteredOn(Optional::isPresent).hasSize(31).containsOnly(Optional.of(new InvalidToken()));
    }

    @Test
    void a_step_of_an_authenticator_is_spent_once_however_many_try() throws Exception {
        signUp(alice);
        var step = new TotpStepId(new AuthenticatorId(project, "app"), 58_907_520);
        var spend = new SpendStep(alice, step, NOON);
        var answers = inParallel(
                32,
                n -> refusalOf(
                        () -> nodes.get(n % 2).transact(occasion(null), streams -> streams.execute(step, spend))));
        assertThat(answers).containsOnlyOnce(Optional.empty());
        assertThat(answers).filteredOn(Optional::isPresent).hasSize(31).containsOnly(Optional.of(new InvalidToken()));
    }

    private List<OpenSession> held() {
        return store().transact(occasion(null), streams -> streams.sessionsOf(alice));
    }
}
