package io.gatehouse.application.mfa;

import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.authenticatorCreated;
import static io.gatehouse.application.SampleEvents.digest;
import static io.gatehouse.application.SampleEvents.recoveryCodesCreated;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.ContractFixture;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.inventory.EnrolledFactors.EnrolledAuthenticator;
import io.gatehouse.application.inventory.EnrolledFactors.RecoveryCodeSet;
import io.gatehouse.application.mfa.FactorViews.ReadableCodes;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodeSpent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesConcealed;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesCreated;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesReplaced;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The second factors of an account, and the sets of recovery codes whose codes can still be read. */
public abstract class FactorViewsContract {

    private final FactorViews factors;
    private final ContractFixture given;
    private final AccountId alice;
    private final AccountId bob;

    protected FactorViewsContract(EventStore store, FactorViews factors) {
        this.factors = factors;
        this.given = new ContractFixture(store);
        this.alice = given.alice();
        this.bob = given.bob();
    }

    @Test
    void the_factors_of_an_account_are_its_authenticator_and_its_recovery_codes() {
        given.signUp(alice);
        given.signUp(bob);
        var app = authenticatorCreated(alice, "app");
        var codes = recoveryCodesCreated(alice, "codes", "one");
        given.append(app, codes);
        assertThat(factors.of(alice))
                .isEqualTo(new EnrolledFactors(
                        new EnrolledAuthenticator(app.authenticator(), app.secret(), false),
                        new RecoveryCodeSet(codes.codes(), List.of(digest("one")), codes.sealed())));
        assertThat(factors.of(bob)).isEqualTo(new EnrolledFactors(null, null));
    }

    @Test
    void codes_can_be_read_until_they_are_concealed_replaced_or_all_spent() {
        given.signUp(alice);
        var codes = recoveryCodesCreated(alice, "codes", "one", "two");
        given.append(codes);
        assertThat(readableCodes(2)).containsExactly(readable(codes));
        given.append(new RecoveryCodeSpent(alice, codes.codes(), digest("one"), NOON));
        assertThat(readableCodes(2)).containsExactly(readable(codes));
        given.append(new RecoveryCodeSpent(alice, codes.codes(), digest("two"), NOON));
        assertThat(readableCodes(2)).isEmpty();
        var others = recoveryCodesCreated(alice, "others", "one", "two");
        given.append(others);
        assertThat(readableCodes(2)).containsExactly(readable(others));
        given.append(new RecoveryCodesReplaced(alice, others.codes(), NOON));
        assertThat(readableCodes(2)).isEmpty();
        var concealed = recoveryCodesCreated(alice, "concealed", "one", "two");
        given.append(concealed, new RecoveryCodesConcealed(alice, concealed.codes(), NOON));
        assertThat(readableCodes(2)).isEmpty();
    }

    @Test
    void readable_codes_are_those_of_one_project_and_no_more_than_requested() {
        var namesake = new AccountId(given.otherProject(), alice.value());
        Stream.of(alice, bob, namesake).forEach(given::signUp);
        var ofAlice = recoveryCodesCreated(alice, "of-alice", "one");
        var ofBob = recoveryCodesCreated(bob, "of-bob", "one");
        given.append(ofAlice, ofBob, recoveryCodesCreated(namesake, "elsewhere", "one"));
        assertThat(readableCodes(1)).hasSize(1);
        assertThat(readableCodes(3)).containsExactlyInAnyOrder(readable(ofAlice), readable(ofBob));
    }

    @Test
    void codes_stored_as_digests_only_and_codes_of_deleted_accounts_cannot_be_read() {
        given.signUp(alice);
        var digests = List.of(digest("one"));
        given.append(
                new RecoveryCodesCreated(alice, new RecoveryCodesId(given.project(), "digests"), digests, null, NOON));
        assertThat(readableCodes(1)).isEmpty();
        given.signUp(bob);
        given.append(recoveryCodesCreated(bob, "of-bob", "one"));
        given.delete(bob);
        assertThat(readableCodes(1)).isEmpty();
    }

    private List<ReadableCodes> readableCodes(int most) {
        return factors.readableCodes(given.project(), most);
    }

    private static ReadableCodes readable(RecoveryCodesCreated e) {
        return new ReadableCodes(e.account(), e.codes());
    }
}
