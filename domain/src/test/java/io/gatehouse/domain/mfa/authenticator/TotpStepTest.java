package io.gatehouse.domain.mfa.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Given;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.authenticator.TotpStepCommand.RequireUnspent;
import io.gatehouse.domain.mfa.authenticator.TotpStepCommand.SpendStep;
import io.gatehouse.domain.mfa.authenticator.TotpStepEvent.TotpStepSpent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TotpStepTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ProjectId DEMO = new ProjectId("demo");
    private static final AccountId ALICE = new AccountId(DEMO, "alice");
    private static final AuthenticatorId APP = new AuthenticatorId(DEMO, "app");
    private static final TotpStepId STEP = step(58_909_680);
    private static final TotpStepId NEXT = step(58_909_681);
    private static final TotpStepId LAST = step(58_909_682);
    private static final SpendStep SPEND = new SpendStep(ALICE, STEP, NOON);
    private static final TotpStepSpent SPENT = new TotpStepSpent(ALICE, APP, STEP.number(), NOON);

    @Test
    void a_step_is_spent_once() {
        given().when(SPEND).then(SPENT);
        given(SPENT).when(SPEND).thenRefused(new InvalidToken());
    }

    @Test
    void a_step_is_unspent_until_it_is_spent() {
        given().when(new RequireUnspent()).thenNothingNew();
        given(SPENT).when(new RequireUnspent()).thenRefused(new InvalidToken());
    }

    @Test
    void the_followers_of_a_step_are_all_later_steps_up_to_a_limit() {
        assertThat(STEP.nextSteps(LAST.number())).containsExactly(NEXT, LAST);
        assertThat(NEXT.nextSteps(LAST.number())).containsExactly(LAST);
    }

    @Test
    void a_step_at_or_after_the_limit_has_no_followers() {
        assertThat(STEP.nextSteps(STEP.number())).isEmpty();
        assertThat(LAST.nextSteps(STEP.number())).isEmpty();
    }

    @Test
    void a_spent_step_has_the_id_of_its_step() {
        assertThat(SPENT.stepId()).isEqualTo(STEP);
    }

    @Test
    void the_id_of_a_step_contains_project_and_authenticator() {
        assertThat(STEP.project()).isEqualTo(DEMO);
        assertThat(STEP.value()).isEqualTo("app:58909680");
        assertThat(new TotpStepId(new AuthenticatorId(DEMO, "other"), STEP.number()).value())
                .isEqualTo("other:58909680");
    }

    @Test
    void the_stored_stream_type_is_totp_step() {
        assertThat(STEP.streamType()).isEqualTo("totp-step");
    }

    private static TotpStepId step(long number) {
        return new TotpStepId(APP, number);
    }

    private static Given<TotpStep, TotpStepCommand, TotpStepEvent> given(TotpStepEvent... history) {
        return Given.of(STEP, List.of(history));
    }
}
