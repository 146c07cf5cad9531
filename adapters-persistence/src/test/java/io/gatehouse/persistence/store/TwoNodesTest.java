package io.gatehouse.persistence.store;

import static io.gatehouse.application.Concurrency.inParallel;
import static io.gatehouse.application.ContractFixture.REQUEST;
import static io.gatehouse.application.Refusals.refusalOf;
import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.sessionCreated;
import static io.gatehouse.application.SampleEvents.tokenIssued;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.ContractFixture;
import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.token.TokenRedemption;
import io.gatehouse.application.token.TokenRedemption.PresentedToken;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
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

/** Concurrent requests to two nodes over one database are serialised like those to one node. */
@ExtendWith(Postgres.Server.class)
class TwoNodesTest {

    private static final int LIMIT = 3;

    private final List<PostgresEventStore> nodes;
    private final ContractFixture given;
    private final AccountId alice;

    TwoNodesTest(Postgres postgres) {
        this.nodes = List.of(postgres.node(), postgres.node());
        this.given = new ContractFixture(nodes.getFirst());
        this.alice = given.alice();
    }

    @Test
    void many_concurrent_sign_ins_all_succeed_and_leave_as_many_sessions_as_the_limit_allows() throws Exception {
        given.signUp(alice);
        inParallel(32, n -> nodes.get(n % 2).transact(REQUEST, streams -> {
            streams.append(sessionCreated(alice, "session-" + n));
            var open = streams.list(alice, OpenSession.INVENTORY);
            open.stream()
                    .limit(Math.max(0, open.size() + 1 - LIMIT))
                    .forEach(oldest -> streams.execute(oldest.id(), new EvictSession(oldest.id(), NOON)));
            return open.size();
        }));
        assertThat(sessionsOfAlice()).hasSize(LIMIT);
    }

    @Test
    void of_many_concurrent_attempts_to_redeem_a_token_one_succeeds() throws Exception {
        given.signUp(alice);
        given.append(tokenIssued(alice, "123456", TokenKind.EMAIL_CODE));
        var presentedToken = new PresentedToken(alice, Set.of(TokenKind.EMAIL_CODE), new Secret("123456"));
        var answers = inParallel(
                32,
                n -> refusalOf(() -> {
                    var tokenRedemption = new TokenRedemption(nodes.get(n % 2), () -> NOON);
                    tokenRedemption.redeem(
                            presentedToken, AuditAction.SESSION_CREATE, given.context(), (_, token) -> token);
                }));
        assertThat(answers).containsOnlyOnce(Optional.empty());
        assertThat(answers).filteredOn(Optional::isPresent).hasSize(31).containsOnly(Optional.of(new InvalidToken()));
    }

    @Test
    void of_many_concurrent_attempts_to_spend_a_totp_step_one_succeeds() throws Exception {
        given.signUp(alice);
        var step = new TotpStepId(new AuthenticatorId(given.project(), "app"), 58_907_520);
        var spend = new SpendStep(alice, step, NOON);
        var answers = inParallel(
                32, n -> refusalOf(() -> nodes.get(n % 2).transact(REQUEST, streams -> streams.execute(step, spend))));
        assertThat(answers).containsOnlyOnce(Optional.empty());
        assertThat(answers).filteredOn(Optional::isPresent).hasSize(31).containsOnly(Optional.of(new InvalidToken()));
    }

    private List<OpenSession> sessionsOfAlice() {
        return nodes.getFirst().transact(REQUEST, streams -> streams.list(alice, OpenSession.INVENTORY));
    }
}
