package io.gatehouse.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopeTest {

    @Test
    void keys_can_be_given_our_scopes_and_those_of_services_that_we_lack() {
        assertThat(Scope.names())
                .contains("sessions.write", "targets.write", "users.read", "files.read")
                .doesNotContain("", "session.write");
    }
}
