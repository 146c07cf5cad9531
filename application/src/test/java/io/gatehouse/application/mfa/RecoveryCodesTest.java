package io.gatehouse.application.mfa;

import static io.gatehouse.application.InMemoryGatehouse.CURL;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.SecurityNotices;
import io.gatehouse.application.mfa.recoverycodes.GenerateRecoveryCodes;
import io.gatehouse.application.mfa.recoverycodes.ListRecoveryCodes;
import io.gatehouse.application.mfa.recoverycodes.RecoveryCodeService;
import io.gatehouse.application.mfa.recoverycodes.RegenerateRecoveryCodes;
import io.gatehouse.application.project.Policies;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.RecoveryCodesAlreadyExist;
import io.gatehouse.domain.Refusal.RecoveryCodesNotFound;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesCreated;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of {@link GenerateRecoveryCodes}, {@link ListRecoveryCodes} and {@link RegenerateRecoveryCodes}. */
class RecoveryCodesTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final MfaRequests factors = new MfaRequests(gatehouse);

    @BeforeEach
    void sign_up_alice() {
        gatehouse.signUp("alice");
    }

    @Test
    void six_codes_are_created_and_shown_again_in_the_same_order() {
        gatehouse.advanceClock(Duration.ofSeconds(1));
        var codes = factors.recoveryCodes("alice");
        assertThat(codes).hasSize(6).doesNotHaveDuplicates().allMatch(code -> code.value()
                .matches("[0-9a-f]{10}"));
        assertThat(factors.recoveryCodesLeft("alice")).isEqualTo(codes);
        assertThat(gatehouse.view(id("alice")).updatedAt()).isEqualTo(gatehouse.now());
    }

    @Test
    void codes_are_stored_as_keyed_digests() {
        var codes = factors.recoveryCodes("alice");
        var kept = gatehouse.store().all(RecoveryCodesCreated.class).findFirst().orElseThrow();
        assertThat(kept.digests())
                .hasSize(6)
                .doesNotContainAnyElementsOf(codes.stream().map(Secret::digest).toList());
    }

    @Test
    void equal_codes_of_different_sets_have_different_digests() {
        var codes = factors.recoveryCodes("alice");
        var kept = gatehouse.store().all(RecoveryCodesCreated.class).findFirst().orElseThrow();
        var digests = gatehouse.digests();
        var set = kept.codes().value();
        assertThat(kept.digests())
                .isEqualTo(codes.stream().map(code -> digests.of(set, code)).toList())
                .isNotEqualTo(
                        codes.stream().map(code -> digests.of("other", code)).toList());
    }

    @Test
    void a_second_set_is_refused_until_the_last_code_is_spent() {
        var codes = factors.recoveryCodes("alice");
        spend(codes.subList(0, 5));
        assertThat(refusalOf(() -> factors.recoveryCodes("alice"))).contains(new RecoveryCodesAlreadyExist());
        spend(codes.subList(5, 6));
        assertThat(factors.recoveryCodes("alice")).hasSize(6).doesNotContainAnyElementsOf(codes);
    }

    @Test
    void spent_codes_are_not_shown() {
        var codes = factors.recoveryCodes("alice");
        spend(List.of(codes.get(2), codes.get(0)));
        assertThat(factors.recoveryCodesLeft("alice"))
                .containsExactly(codes.get(1), codes.get(3), codes.get(4), codes.get(5));
        spend(List.of(codes.get(1), codes.get(3), codes.get(4), codes.get(5)));
        assertThat(refusalToShow()).contains(new RecoveryCodesNotFound());
    }

    @Test
    void showing_or_replacing_codes_is_refused_if_there_are_none_or_all_are_spent() {
        assertThat(refusalToShow()).contains(new RecoveryCodesNotFound());
        assertThat(refusalToReplace()).contains(new RecoveryCodesNotFound());
        spend(factors.recoveryCodes("alice"));
        assertThat(refusalToReplace()).contains(new RecoveryCodesNotFound());
    }

    @Test
    void a_replacement_invalidates_all_former_codes() {
        var session = gatehouse.signIn("alice").session();
        var codes = factors.recoveryCodes("alice");
        spend(codes.subList(0, 2));
        gatehouse.advanceClock(Duration.ofSeconds(1));
        var others = factors.otherRecoveryCodes("alice");
        assertThat(others).hasSize(6).doesNotContainAnyElementsOf(codes);
        assertThat(factors.recoveryCodesLeft("alice")).isEqualTo(others);
        assertThat(gatehouse.view(id("alice")).updatedAt()).isEqualTo(gatehouse.now());
        assertThat(refusalOf(() -> factors.prove(session, Factor.RECOVERY_CODE, codes.getLast())))
                .contains(new InvalidToken());
    }

    @Test
    void in_a_strict_project_codes_are_shown_once_and_stored_as_digests_only() {
        gatehouse.with(SamplePolicies.STRICT);
        var codes = factors.recoveryCodes("alice");
        assertThat(refusalToShow()).contains(new RecoveryCodesNotFound());
        var others = factors.otherRecoveryCodes("alice");
        assertThat(refusalToShow()).contains(new RecoveryCodesNotFound());
        assertThat(gatehouse.store().all(RecoveryCodesCreated.class)).hasSize(2).allMatch(e -> e.sealed() == null);
        assertThat(refusalOf(() -> spend(codes))).contains(new InvalidToken());
        spend(others);
    }

    @Test
    void codes_created_before_the_project_became_strict_are_not_shown_and_asking_appends_no_event() {
        factors.recoveryCodes("alice");
        var before = gatehouse.events();
        gatehouse.with(SamplePolicies.STRICT);
        assertThat(refusalToShow()).contains(new RecoveryCodesNotFound());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void a_code_is_accepted_once_and_only_in_its_letter_case() {
        var session = gatehouse.signIn("alice").session();
        var codes = factors.recoveryCodes("alice");
        var code = codes.getLast();
        assertThat(refusalOf(() -> factors.prove(session, Factor.RECOVERY_CODE, shouted(code))))
                .contains(new InvalidToken());
        assertThat(refusalOf(() -> factors.prove(session, Factor.RECOVERY_CODE, code)))
                .isEmpty();
        assertThat(refusalOf(() -> factors.prove(session, Factor.RECOVERY_CODE, code)))
                .contains(new InvalidToken());
        assertThat(factors.recoveryCodesLeft("alice")).isEqualTo(codes.subList(0, 5));
    }

    @Test
    void codes_can_be_shown_and_spent_after_a_rotation_of_the_digest_key() {
        var codes = factors.recoveryCodes("alice");
        gatehouse.digests().rotate();
        assertThat(factors.recoveryCodesLeft("alice")).isEqualTo(codes);
        spend(codes.subList(0, 1));
        assertThat(factors.recoveryCodesLeft("alice")).isEqualTo(codes.subList(1, 6));
    }

    @Test
    void showing_codes_appends_no_event() {
        factors.recoveryCodes("alice");
        var before = gatehouse.events();
        factors.recoveryCodesLeft("alice");
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void creating_and_replacing_codes_leave_log_entries() {
        factors.recoveryCodes("alice");
        factors.otherRecoveryCodes("alice");
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .filteredOn(entry -> entry.event().equals("user.update"))
                .hasSize(2);
    }

    @Test
    void creating_or_replacing_codes_is_refused_if_the_user_was_blocked_after_authentication() {
        factors.recoveryCodes("alice");
        gatehouse.block(gatehouse.view(id("alice")));
        assertThat(refusalToReplace()).contains(new UserIsBlocked());
        gatehouse.block(gatehouse.signUp("bob"));
        assertThat(refusalOf(() -> factors.recoveryCodes("bob"))).contains(new UserIsBlocked());
    }

    @Test
    void a_replacement_is_refused_if_the_user_is_deleted_concurrently() {
        factors.recoveryCodes("alice");
        gatehouse.with(SamplePolicies.withSecurityNotices(Policies.DEFAULT));
        var sets = new RecoveryCodeService(
                gatehouse.secrets(),
                gatehouse.digests(),
                gatehouse.secretEncryption(),
                deletingAlice(),
                gatehouse.ids());
        var update = new RegenerateRecoveryCodes(sets, gatehouse.store(), gatehouse.clock());
        var command = new RegenerateRecoveryCodes.Command(gatehouse.view(id("alice")));
        assertThat(refusalOf(() -> update.handle(command, gatehouse.context()))).contains(new UserNotFound());
        gatehouse.signUp("alice");
        assertThat(gatehouse.factors().of(id("alice"))).isEqualTo(new EnrolledFactors(null, null));
    }

    /** Deletes the account just before the first notice is composed. */
    private SecurityNotices deletingAlice() {
        var deleted = new AtomicBoolean();
        var composer = new MessageComposer(gatehouse.encryption(), _ -> CURL, _ -> {
            if (deleted.compareAndSet(false, true)) {
                gatehouse.delete(id("alice"));
            }
            return "de";
        });
        return new SecurityNotices(gatehouse.messaging(), composer);
    }

    private static Secret shouted(Secret code) {
        return new Secret(code.value().toUpperCase(Locale.ROOT));
    }

    /** Spends the codes in a new session, each by a challenge of its own. */
    private void spend(List<Secret> codes) {
        var session = gatehouse.signIn("alice").session();
        codes.forEach(code -> factors.prove(session, Factor.RECOVERY_CODE, code));
    }

    private Optional<Refusal> refusalToShow() {
        return refusalOf(() -> factors.recoveryCodesLeft("alice"));
    }

    private Optional<Refusal> refusalToReplace() {
        return refusalOf(() -> factors.otherRecoveryCodes("alice"));
    }
}
