package io.gatehouse.domain.mfa.recoverycodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Given;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.RecoveryCodesAlreadyExist;
import io.gatehouse.domain.Refusal.RecoveryCodesNotFound;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand.ForgetReadableCodes;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand.ReplaceRecoveryCodes;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand.RequireNoUnspentCodes;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand.SpendRecoveryCode;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodeSpent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesConcealed;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesCreated;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesReplaced;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecoveryCodesTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ProjectId DEMO = new ProjectId("demo");
    private static final AccountId ALICE = new AccountId(DEMO, "alice");
    private static final RecoveryCodesId ID = new RecoveryCodesId(DEMO, "codes");
    private static final SecretDigest FIRST = new Secret("0123456789").digest();
    private static final SecretDigest SECOND = new Secret("abcdef0123").digest();
    private static final SecretDigest UNKNOWN = new Secret("ffffffffff").digest();
    private static final RecoveryCodesCreated TWO_CODES = created(new Ciphertext("v1.abc"));
    private static final RecoveryCodesCreated TWO_NEVER_SHOWN = created(null);
    private static final RecoveryCodeSpent FIRST_SPENT = spent(FIRST);
    private static final RecoveryCodeSpent SECOND_SPENT = spent(SECOND);
    private static final RecoveryCodesConcealed CONCEALED = new RecoveryCodesConcealed(ALICE, ID, NOON);
    private static final RecoveryCodesReplaced REPLACED = new RecoveryCodesReplaced(ALICE, ID, NOON);
    private static final ReplaceRecoveryCodes REPLACE = new ReplaceRecoveryCodes(ALICE, ID, NOON);
    private static final ForgetReadableCodes CONCEAL = new ForgetReadableCodes(ALICE, ID, NOON);

    @Test
    void every_code_can_be_spent_once() {
        given(TWO_CODES).when(spend(FIRST)).then(FIRST_SPENT);
        given(TWO_CODES).when(spend(SECOND)).then(SECOND_SPENT);
        given(TWO_CODES, FIRST_SPENT).when(spend(FIRST)).thenRefused(new InvalidToken());
        given(TWO_CODES, FIRST_SPENT).when(spend(SECOND)).then(SECOND_SPENT);
    }

    @Test
    void an_unknown_code_is_refused() {
        given(TWO_CODES).when(spend(UNKNOWN)).thenRefused(new InvalidToken());
        given(TWO_CODES).when(spend()).thenRefused(new InvalidToken());
        given().when(spend(FIRST)).thenRefused(new InvalidToken());
    }

    @Test
    void a_code_is_spent_if_one_of_its_digests_matches() {
        given(TWO_CODES).when(spend(UNKNOWN, SECOND)).then(SECOND_SPENT);
        given(TWO_CODES).when(spend(SECOND, UNKNOWN)).then(SECOND_SPENT);
    }

    @Test
    void a_first_set_is_refused_while_an_unspent_code_exists() {
        given().when(new RequireNoUnspentCodes()).thenNothingNew();
        given(TWO_CODES).when(new RequireNoUnspentCodes()).thenRefused(new RecoveryCodesAlreadyExist());
        given(TWO_CODES, FIRST_SPENT).when(new RequireNoUnspentCodes()).thenRefused(new RecoveryCodesAlreadyExist());
        given(TWO_CODES, FIRST_SPENT, SECOND_SPENT)
                .when(new RequireNoUnspentCodes())
                .thenNothingNew();
    }

    @Test
    void a_set_can_be_replaced_while_it_has_unspent_codes() {
        given(TWO_CODES).when(REPLACE).then(REPLACED);
        given(TWO_CODES, FIRST_SPENT).when(REPLACE).then(REPLACED);
        given(TWO_CODES, FIRST_SPENT, SECOND_SPENT).when(REPLACE).thenRefused(new RecoveryCodesNotFound());
        given().when(REPLACE).thenRefused(new RecoveryCodesNotFound());
    }

    @Test
    void replaced_codes_can_neither_be_spent_replaced_nor_concealed() {
        given(TWO_CODES, REPLACED).when(spend(FIRST)).thenRefused(new InvalidToken());
        given(TWO_CODES, REPLACED).when(REPLACE).thenRefused(new RecoveryCodesNotFound());
        given(TWO_CODES, REPLACED).when(new RequireNoUnspentCodes()).thenNothingNew();
        given(TWO_CODES, REPLACED).when(CONCEAL).thenNothingNew();
    }

    @Test
    void codes_are_concealed_once() {
        given(TWO_CODES).when(CONCEAL).then(CONCEALED);
        given(TWO_CODES, FIRST_SPENT).when(CONCEAL).then(CONCEALED);
        given(TWO_CODES, CONCEALED).when(CONCEAL).thenNothingNew();
        given(TWO_CODES, CONCEALED, FIRST_SPENT).when(CONCEAL).thenNothingNew();
    }

    @Test
    void concealing_unreadable_spent_or_unknown_codes_changes_nothing() {
        given(TWO_NEVER_SHOWN).when(CONCEAL).thenNothingNew();
        given(TWO_CODES, FIRST_SPENT, SECOND_SPENT).when(CONCEAL).thenNothingNew();
        given().when(CONCEAL).thenNothingNew();
    }

    @Test
    void concealed_codes_can_be_spent_and_replaced_like_others() {
        given(TWO_CODES, FIRST_SPENT, CONCEALED).when(spend(SECOND)).then(SECOND_SPENT);
        given(TWO_CODES, FIRST_SPENT, CONCEALED).when(spend(FIRST)).thenRefused(new InvalidToken());
        given(TWO_NEVER_SHOWN).when(spend(FIRST)).then(FIRST_SPENT);
        given(TWO_NEVER_SHOWN).when(new RequireNoUnspentCodes()).thenRefused(new RecoveryCodesAlreadyExist());
        given(TWO_NEVER_SHOWN).when(REPLACE).then(REPLACED);
    }

    @Test
    void later_events_do_not_restore_replaced_codes() {
        given(TWO_CODES, REPLACED, FIRST_SPENT).when(spend(SECOND)).thenRefused(new InvalidToken());
        given(TWO_CODES, REPLACED, CONCEALED).when(spend(FIRST)).thenRefused(new InvalidToken());
    }

    @Test
    void the_digests_of_a_set_are_copied() {
        var digests = new ArrayList<>(List.of(FIRST));
        var created = new RecoveryCodesCreated(ALICE, ID, digests, null, NOON);
        digests.add(SECOND);
        assertThat(created.digests()).containsExactly(FIRST);
    }

    @Test
    void the_stored_stream_type_is_recovery_codes() {
        assertThat(ID.streamType()).isEqualTo("recovery-codes");
    }

    private static RecoveryCodesCreated created(@Nullable Ciphertext ciphertext) {
        return new RecoveryCodesCreated(ALICE, ID, List.of(FIRST, SECOND), ciphertext, NOON);
    }

    private static RecoveryCodeSpent spent(SecretDigest code) {
        return new RecoveryCodeSpent(ALICE, ID, code, NOON);
    }

    private static SpendRecoveryCode spend(SecretDigest... presented) {
        return new SpendRecoveryCode(ALICE, ID, List.of(presented), NOON);
    }

    private static Given<RecoveryCodes, RecoveryCodesCommand, RecoveryCodesEvent> given(RecoveryCodesEvent... history) {
        return Given.of(ID, List.of(history));
    }
}
