package io.gatehouse.rest.endpoint;

import io.gatehouse.rest.request.ApiCall;
import java.util.Locale;
import java.util.Optional;

/**
 * What the requests to an endpoint are counted by. A {@code URL} is a method and a canonical path, so without it endpoints
 * share a counter; a {@code USER_ID} is the parameter, whoever asks.
 */
public enum LimitKey {
    IP,
    IP_AND_USER_ID,
    USER_ID,
    URL_AND_USER_ID,
    URL_AND_CALLER,
    URL_AND_IP,

    URL_AND_CHALLENGE_ID,

    /** By the address as typed, except that two spellings of one mailbox share a counter. */
    URL_AND_EMAIL,

    /** By the number as typed, under either of its names. */
    URL_AND_PHONE;

    /** @param url method and canonical path: {@code POST /v1/account} */
    public String in(String url, ApiCall apiCall) {
        return apiCall.project().id().value()
                + switch (this) {
                    case IP -> ip(apiCall);
                    case IP_AND_USER_ID -> ip(apiCall) + userId(apiCall);
                    case USER_ID -> userId(apiCall);
                    case URL_AND_USER_ID -> " " + url + userId(apiCall);
                    case URL_AND_CALLER ->
                        " " + url + " caller:" + apiCall.account().id().value();
                    case URL_AND_IP -> " " + url + ip(apiCall);
                    case URL_AND_CHALLENGE_ID ->
                        " " + url + typed("challengeId", apiCall.parameters().unvalidated("challengeId"));
                    case URL_AND_EMAIL -> " " + url + email(apiCall);
                    case URL_AND_PHONE -> " " + url + phone(apiCall);
                };
    }

    private static String ip(ApiCall apiCall) {
        return " ip:" + apiCall.context().metadata().ip().value();
    }

    private static String userId(ApiCall apiCall) {
        return typed("userId", apiCall.parameters().unvalidated("userId"));
    }

    private static String email(ApiCall apiCall) {
        var address = apiCall.parameters().unvalidated("email").map(typed -> typed.strip()
                .toLowerCase(Locale.ROOT));
        return typed("email", address);
    }

    private static String phone(ApiCall apiCall) {
        return typed("phone", apiCall.parameters().unvalidated("phone").or(() -> apiCall.parameters()
                .unvalidated("number")));
    }

    /** Those who leave it out share one counter. */
    private static String typed(String name, Optional<String> value) {
        return " " + name + ":" + value.orElse("{param-" + name + "}");
    }
}
