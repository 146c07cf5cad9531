package io.gatehouse.messaging;

import io.gatehouse.application.PortContracts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortContractsTest {

    @Test
    void every_implementation_runs_the_contract_of_its_port() {
        PortContracts.of(
                        PortContractsTest.class,
                        Map.of(ObservedDeliveryQueue.class, "delegates to the in-memory double"))
                .requireRuns();
    }
}
