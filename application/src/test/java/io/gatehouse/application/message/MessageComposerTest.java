package io.gatehouse.application.message;

import static io.gatehouse.application.InMemoryGatehouse.CURL;
import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.session.AuthenticationFactor;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.session.ProviderUid;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageComposerTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();

    @Test
    void a_device_is_named_by_its_client_or_else_by_its_user_agent() {
        assertThat(alert(CURL, "de")).containsEntry("device", "curl");
        assertThat(alert(Client.UNKNOWN, "de")).containsEntry("device", "homemade/1.0");
    }

    @Test
    void an_unknown_country_has_an_empty_name() {
        assertThat(alert(CURL, "de")).containsEntry("country", "Germany");
        assertThat(alert(CURL, "--")).containsEntry("country", "").containsEntry("countryCode", "--");
    }

    private Map<String, String> alert(Client client, String country) {
        var alice = gatehouse.accounts().find(id("alice")).orElseGet(() -> gatehouse.signUp("alice"));
        var session = new SessionCreated(
                alice.id(),
                new SessionId(alice.id().project(), "session"),
                new Secret("secret").digest(),
                "email",
                new ProviderUid("alice@example.com"),
                List.of(AuthenticationFactor.PASSWORD),
                new IpAddress("192.0.2.1"),
                new UserAgent("homemade/1.0"),
                client,
                country,
                NOON,
                NOON);
        var request = gatehouse
                .composer()
                .sessionAlert(
                        gatehouse.context(),
                        MessageType.SESSION_ALERT,
                        alice.facts(),
                        new EmailAddress("alice@example.com"),
                        session);
        return gatehouse.encryption().decrypt(request.variables());
    }
}
