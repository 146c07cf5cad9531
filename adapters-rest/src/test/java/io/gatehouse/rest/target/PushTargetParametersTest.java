package io.gatehouse.rest.target;

import static io.gatehouse.rest.Sample.ALICE;
import static io.gatehouse.rest.Sample.DEMO;
import static io.gatehouse.rest.Sample.NOON;
import static io.gatehouse.rest.Sample.SESSION;
import static io.gatehouse.rest.Sample.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.target.RegisterPushTarget;
import io.gatehouse.domain.Refusal.InvalidArgument;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.rest.Sample;
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
    void a_device_is_registered_with_parameters_in_this_order(String body, String wrong) {
        assertInvalid(wrong, () -> NewPushTargetBody.of(json(body)));
    }

    @Test
    void a_token_is_anything_of_1_to_255_characters() {
        assertThat(PushTargetBody.of(json("{\"identifier\":\" " + "é".repeat(254) + "\"}")))
                .isEqualTo(new PushTargetBody(new Identifier(" " + "é".repeat(254))));
        assertInvalid("identifier", () -> PushTargetBody.of(json("{\"identifier\":\"" + "x".repeat(256) + "\"}")));
        assertInvalid("identifier", () -> PushTargetBody.of(json("{}")));
    }

    @Test
    void a_device_goes_with_the_session_and_stays_if_there_was_none() {
        var bySession = command("{\"targetId\":\"phone\",\"identifier\":\"token\"}", Sample.alice());
        assertThat(bySession)
                .isEqualTo(new RegisterPushTarget.Command(
                        ALICE.id(), SESSION.id(), new TargetId(DEMO, "phone"), new Identifier("token"), null));
        assertThat(command("{\"targetId\":\"phone\",\"identifier\":\"token\"}", Sample.aliceByJwt())
                        .session())
                .isNull();
    }

    @Test
    void a_fresh_id_and_a_provider_may_be_asked_for() {
        var command =
                command("{\"targetId\":\"unique()\",\"identifier\":\"token\",\"providerId\":\"fcm\"}", Sample.alice());
        assertThat(command.target()).isEqualTo(new TargetId(DEMO, "fresh"));
        assertThat(command.providerId()).isEqualTo("fcm");
    }

    private static RegisterPushTarget.Command command(String body, Caller caller) {
        return NewPushTargetBody.of(json(body)).toCommand(Sample.call(caller), () -> "fresh");
    }

    @Test
    void a_target_is_written_field_by_field_as_the_api_lists_them() throws JsonProcessingException {
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
