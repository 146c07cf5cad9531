package io.gatehouse.rest;

import io.gatehouse.application.PortContracts;
import org.junit.jupiter.api.Test;

class PortContractsTest {

    @Test
    void every_implementation_runs_the_contract_of_its_port() {
        PortContracts.of(PortContractsTest.class).requireRuns();
    }
}
