package io.gatehouse.rest.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.rest.RestFixtures;
import io.gatehouse.rest.request.Caller;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitKeyTest {

    private static final String URL = "POST /v1/account/things";

    @ParameterizedTest
    @CsvSource({
        "IP,              demo ip:192.0.2.1",
        "IP_AND_USER_ID,  demo ip:192.0.2.1 userId:bob",
        "USER_ID,         demo userId:bob",
        "URL_AND_USER_ID, demo POST /v1/account/things userId:bob",
        "URL_AND_CALLER,  demo POST /v1/account/things caller:alice",
        "URL_AND_IP,      demo POST /v1/account/things ip:192.0.2.1",
        "URL_AND_CHALLENGE_ID, demo POST /v1/account/things challengeId:c1",
        "URL_AND_EMAIL,   demo POST /v1/account/things email:bob@b.c",
        "URL_AND_PHONE,   demo POST /v1/account/things phone:+4915112345678"
    })
    void a_key_contains_what_is_counted(LimitKey key, String expected) {
        var body = "{\"userId\":\"bob\",\"email\":\" Bob@B.c\",\"phone\":\"+4915112345678\",\"number\":\"+1\","
                + "\"challengeId\":\"c1\"}";
        assertThat(key.in(URL, RestFixtures.call(RestFixtures.alice(), RestFixtures.json(body))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "IP_AND_USER_ID,  {},                   demo ip:192.0.2.1 userId:{param-userId}",
        "USER_ID,         {\"userId\":\"\"},    demo userId:{param-userId}",
        "URL_AND_EMAIL,   {\"email\":null},     demo POST /v1/account/things email:null",
        "URL_AND_CHALLENGE_ID, {},              demo POST /v1/account/things challengeId:{param-challengeId}",
        "URL_AND_PHONE,   {\"phone\":\"\"},     demo POST /v1/account/things phone:{param-phone}",
        "URL_AND_PHONE,   {\"number\":\"+1\"},  demo POST /v1/account/things phone:+1",
        "URL_AND_USER_ID, {\"userId\":[5]},     demo POST /v1/account/things userId:[5]"
    })
    void absent_and_malformed_parameters_are_counted(LimitKey key, String body, String expected) {
        assertThat(key.in(URL, RestFixtures.call(new Caller.Guest(), RestFixtures.json(body))))
                .isEqualTo(expected);
    }
}
