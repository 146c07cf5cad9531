package io.gatehouse.rest;

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
    public String in(String url, Call call) {
        return call.project().id().value()
                + switch (this) {
                    case IP -> ip(call);
                    case IP_AND_USER_ID -> ip(call) + userId(call);
                    case USER_ID -> userId(call);
                    case URL_AND_USER_ID -> " " + url + userId(call);
                    case URL_AND_CALLER ->
                        " " + url + " caller:" + call.account().id().value();
                    case URL_AND_IP -> " " + url + ip(call);
                    case URL_AND_CHALLENGE_ID ->
                        " " + url + typed("challengeId", call.parameters().raw("challengeId"));
                    case URL_AND_EMAIL -> " " + url + email(call);
                    case URL_AND_PHONE -> " " + url + phone(call);
                };
    }

    private static String ip(Call call) {
        return " ip:" + call.occasion().ip().value();
    }

    private static String userId(Call call) {
        return typed("userId", call.parameters().raw("userId"));
    }

    private static String email(Call call) {
        var address = call.parameters().raw("email").map(typed -> typed.strip().toLowerCase(Locale.ROOT));
        return typed("email", address);
    }

    private static String phone(Call call) {
        return typed("phone", call.parameters().raw("phone").or(() -> call.parameters()
                .raw("number")));
    }

    /** Those who leave it out share one counter. */
    private static String typed(String name, Optional<String> value) {
        return " " + name + ":" + value.orElse("{param-" + name + "}");
    }
}
