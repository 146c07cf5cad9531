package io.gatehouse.rest.target;

import static io.gatehouse.rest.RestFixtures.ALICE;
import static io.gatehouse.rest.RestFixtures.DEMO;
import static io.gatehouse.rest.RestFixtures.NOON;
import static io.gatehouse.rest.RestFixtures.SESSION;
import static io.gatehouse.rest.RestFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.target.RegisterPushTarget;
import io.gatehouse.domain.Refusal.InvalidArgument;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.rest.RestFixtures;
import io.gatehouse.rest.json.Json;
import io.gatehouse.rest.request.Caller;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushTargetParametersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                               | targetId
            {"targetId":"-a"}                                                | targetId
            {"targetId":"unique()"}                                          | identifier
            {"targetId":"a","identifier":"","providerId":"-"}                | identifier
            {"targetId":"a","identifier":5}                                  | identifier
            {"targetId":"a","identifier":"token","providerId":"-"}           | providerId
            {"targetId":"a","identifier":"token","providerId":"unique()"}    | providerId
            """)
    void the_parameters_of_a_registration_are_checked_in_this_order(String body, String wrong) {
        assertInvalid(wrong, () -> NewPushTargetBody.of(json(body)));
    }

    @Test
    void an_identifier_has_1_to_255_characters() {
        assertThat(PushTargetBody.of(json("{\"identifier\":\" " + "é".repeat(254) + "\"}")))
                .isEqualTo(new PushTargetBody(new Identifier(" " + "é".repeat(254))));
        assertInvalid("identifier", () -> PushTargetBody.of(json("{\"identifier\":\"" + "x".repeat(256) + "\"}")));
        assertInvalid("identifier", () -> PushTargetBody.of(json("{}")));
    }

    @Test
    void a_target_is_registered_with_the_session_of_the_request_or_without_one() {
        var bySession = command("{\"targetId\":\"phone\",\"identifier\":\"token\"}", RestFixtures.alice());
        assertThat(bySession)
                .isEqualTo(new RegisterPushTarget.Command(
                        ALICE.id(), SESSION.id(), new TargetId(DEMO, "phone"), new Identifier("token"), null));
        assertThat(command("{\"targetId\":\"phone\",\"identifier\":\"token\"}", RestFixtures.aliceByJwt())
                        .session())
                .isNull();
    }

    @Test
    void a_generated_id_and_a_provider_can_be_requested() {
        var command = command(
                "{\"targetId\":\"unique()\",\"identifier\":\"token\",\"providerId\":\"fcm\"}", RestFixtures.alice());
        assertThat(command.target()).isEqualTo(new TargetId(DEMO, "fresh"));
        assertThat(command.providerId()).isEqualTo("fcm");
    }

    private static RegisterPushTarget.Command command(String body, Caller caller) {
        return NewPushTargetBody.of(json(body)).toCommand(RestFixtures.call(caller));
    }

    @Test
    void a_target_has_the_fields_of_the_api_in_order() throws JsonProcessingException {
        var target = new TargetView("phone", NOON, NOON, "Google Pixel 7", "fcm", "push", "token", true);
        assertThat(Json.WRITER.writeValueAsString(TargetBody.of(target, ALICE.id())))
                .isEqualTo("{\"$id\":\"phone\",\"$createdAt\":\"2024-02-29T12:00:00.123+00:00\","
                        + "\"$updatedAt\":\"2024-02-29T12:00:00.123+00:00\",\"name\":\"Google Pixel 7\","
                        + "\"userId\":\"alice\",\"providerId\":\"fcm\",\"providerType\":\"push\","
                        + "\"identifier\":\"token\",\"expired\":true}");
    }

    private static void assertInvalid(String name, ThrowingCallable reading) {
        assertThat(catchThrowableOfType(RefusedException.class, reading).refusal())
                .isInstanceOfSatisfying(InvalidArgument.class, invalid -> assertThat(invalid.name())
                        .isEqualTo(name));
    }
}
