package io.gatehouse.application;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.application.mfa.InMemorySecretEncryption;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortContractsTest {

    @Test
    void every_port_has_a_contract() {
        PortContracts.of(PortContractsTest.class).requireContracts();
    }

    @Test
    void every_implementation_runs_the_contract_of_its_port() {
        PortContracts.of(PortContractsTest.class, Map.of(OvertakenEventStore.class, "delegates to another event store"))
                .requireRuns();
    }

    @Test
    void an_implementation_that_runs_its_contract_is_not_exempt() {
        var rule = PortContracts.of(
                PortContractsTest.class,
                Map.of(
                        OvertakenEventStore.class, "delegates to another event store",
                        InMemorySecretEncryption.class, "runs its contract"));
        assertThatThrownBy(rule::requireRuns)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("InMemorySecretEncryption");
    }
}
