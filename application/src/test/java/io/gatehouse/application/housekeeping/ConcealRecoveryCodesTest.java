package io.gatehouse.application.housekeeping;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.mfa.MfaRequests;
import io.gatehouse.application.project.Policies;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.project.Projects;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal.RecoveryCodesAlreadyExist;
import io.gatehouse.domain.Refusal.RecoveryCodesNotFound;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesConcealed;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesCreated;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConcealRecoveryCodesTest {

    private static final ProjectId OTHER = new ProjectId("other");

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final MfaRequests factors = new MfaRequests(gatehouse);

    @BeforeEach
    void sign_up_alice() {
        gatehouse.signUp("alice");
    }

    @Test
    void codes_created_before_the_project_became_strict_are_concealed_once_and_can_still_be_spent() {
        var codes = factors.recoveryCodes("alice");
        var before = gatehouse.view(id("alice"));
        gatehouse.with(SamplePolicies.STRICT);
        gatehouse.advanceClock(Duration.ofSeconds(1));
        assertThat(conceal()).isFalse();
        assertThat(conceal()).isFalse();
        assertThat(concealed())
                .containsExactly(new RecoveryCodesConcealed(
                        id("alice"), created().getFirst().codes(), gatehouse.now()));
        assertThat(gatehouse.view(id("alice"))).isEqualTo(before);
        var session = gatehouse.signIn("alice").session();
        codes.forEach(code -> factors.prove(session, Factor.RECOVERY_CODE, code));
    }

    @Test
    void concealed_codes_cannot_be_read_after_the_project_stops_being_strict() {
        factors.recoveryCodes("alice");
        gatehouse.with(SamplePolicies.STRICT);
        conceal();
        gatehouse.with(Policies.DEFAULT);
        assertThat(refusalOf(() -> factors.recoveryCodesLeft("alice"))).contains(new RecoveryCodesNotFound());
        assertThat(refusalOf(() -> factors.recoveryCodes("alice"))).contains(new RecoveryCodesAlreadyExist());
    }

    @Test
    void nothing_is_concealed_in_lax_projects() {
        var codes = factors.recoveryCodes("alice");
        assertThat(conceal()).isFalse();
        assertThat(concealed()).isEmpty();
        assertThat(factors.recoveryCodesLeft("alice")).isEqualTo(codes);
    }

    @Test
    void codes_are_concealed_in_each_strict_project_and_in_no_other() {
        factors.recoveryCodes("alice");
        var bob = new AccountId(OTHER, "bob");
        gatehouse.append(codes(bob));
        conceal(project(OTHER, SamplePolicies.STRICT), gatehouse.project());
        assertThat(concealed()).extracting(RecoveryCodesConcealed::account).containsExactly(bob);
        gatehouse.with(SamplePolicies.STRICT);
        conceal(project(OTHER, SamplePolicies.STRICT), gatehouse.project());
        assertThat(concealed()).extracting(RecoveryCodesConcealed::account).containsExactly(bob, id("alice"));
    }

    @Test
    void spent_codes_and_codes_stored_as_digests_are_not_concealed() {
        var session = gatehouse.signIn("alice").session();
        factors.recoveryCodes("alice").forEach(code -> factors.prove(session, Factor.RECOVERY_CODE, code));
        gatehouse.signUp("bob");
        gatehouse.with(SamplePolicies.STRICT);
        factors.recoveryCodes("bob");
        conceal();
        assertThat(concealed()).isEmpty();
    }

    @Test
    void at_most_500_sets_are_concealed_at_a_time() {
        IntStream.range(0, 501).forEach(n -> gatehouse.append(codes(id("user-" + n))));
        gatehouse.with(SamplePolicies.STRICT);
        assertThat(conceal()).isTrue();
        assertThat(concealed()).hasSize(500);
        assertThat(conceal()).isFalse();
        assertThat(concealed()).hasSize(501).doesNotHaveDuplicates();
    }

    @Test
    void there_may_be_more_to_conceal_if_any_project_reached_the_maximum() {
        IntStream.range(0, 501).forEach(n -> gatehouse.append(codes(id("user-" + n))));
        gatehouse.with(SamplePolicies.STRICT);
        assertThat(conceal(gatehouse.project(), project(OTHER, SamplePolicies.STRICT)))
                .isTrue();
    }

    @Test
    void concealing_codes_leaves_no_log_entry() {
        factors.recoveryCodes("alice");
        var before = gatehouse.logs().count(id("alice"));
        gatehouse.with(SamplePolicies.STRICT);
        conceal();
        assertThat(concealed()).hasSize(1);
        assertThat(gatehouse.logs().count(id("alice"))).isEqualTo(before);
    }

    private boolean conceal() {
        return conceal(gatehouse.project());
    }

    private boolean conceal(Project... projects) {
        var tenants = new Tenants(List.of(projects));
        return new ConcealRecoveryCodes(tenants, gatehouse.factors(), gatehouse.store(), gatehouse.clock()).handle();
    }

    private List<RecoveryCodesConcealed> concealed() {
        return gatehouse.store().all(RecoveryCodesConcealed.class).toList();
    }

    private List<RecoveryCodesCreated> created() {
        return gatehouse.store().all(RecoveryCodesCreated.class).toList();
    }

    private static RecoveryCodesCreated codes(AccountId owner) {
        var id = new RecoveryCodesId(owner.project(), "codes-of-" + owner.value());
        return new RecoveryCodesCreated(
                owner, id, List.of(new Secret("0123456789").digest()), new Ciphertext("sealed"), NOON);
    }

    private static Project project(ProjectId id, Policies policies) {
        return new Project(id, "Other", List.of(), List.of(), Set.of(), Set.of(), true, true, policies);
    }

    private record Tenants(List<Project> all) implements Projects {

        @Override
        public Optional<Project> find(ProjectId id) {
            return all.stream().filter(project -> project.id().equals(id)).findFirst();
        }
    }
}
