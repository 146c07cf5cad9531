package io.gatehouse.rest.log;

import static io.gatehouse.rest.RestFixtures.NOON;
import static io.gatehouse.rest.RestFixtures.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.rest.json.Json;
import io.gatehouse.rest.parameter.Page;
import io.gatehouse.rest.parameter.ParameterReader;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LogBodyTest {

    private static final LogEntry ENTRY = new LogEntry(
            "session.create", "alice", "a@b.c", "Alice", new IpAddress("192.0.2.1"), UserAgent.UNKNOWN, NOON);

    @Test
    void an_entry_has_the_fields_of_the_api_in_order() throws JsonProcessingException {
        var body = new LogListBody(7, List.of(LogBody.of(ENTRY, SESSION.client(), "--", Locale.ENGLISH)));
        assertThat(Json.WRITER.writeValueAsString(body))
                .isEqualTo("{\"total\":7,\"logs\":[{\"event\":\"session.create\",\"userId\":\"alice\","
                        + "\"userEmail\":\"a@b.c\",\"userName\":\"Alice\",\"mode\":\"default\",\"userType\":\"user\","
                        + "\"ip\":\"192.0.2.1\",\"time\":\"2024-02-29T12:00:00.123+00:00\",\"osCode\":\"MAC\","
                        + "\"osName\":\"Mac\",\"osVersion\":\"10.15\",\"clientType\":\"browser\","
                        + "\"clientCode\":\"CH\",\"clientName\":\"Chrome\",\"clientVersion\":\"126.0\","
                        + "\"clientEngine\":\"Blink\",\"clientEngineVersion\":\"126.0.0.0\","
                        + "\"deviceName\":\"desktop\",\"deviceBrand\":\"Apple\",\"deviceModel\":\"\","
                        + "\"countryCode\":\"--\",\"countryName\":\"Unknown\"}]}");
    }

    @Test
    void the_total_is_counted_unless_it_is_switched_off() {
        assertThat(LogListQuery.of(ParameterReader.query("limit=2"))).isEqualTo(new LogListQuery(new Page(2, 0), true));
        assertThat(LogListQuery.of(ParameterReader.query("total=0")))
                .isEqualTo(new LogListQuery(new Page(25, 0), false));
    }
}
