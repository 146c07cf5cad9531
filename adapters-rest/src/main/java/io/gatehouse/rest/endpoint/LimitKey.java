package io.gatehouse.rest.endpoint;

import io.gatehouse.rest.request.ApiCall;
import java.util.Locale;
import java.util.Optional;

/**
 * The key by which requests to an endpoint are counted. A {@code URL} is a method and a canonical path; endpoints
 * without it share a counter. A {@code USER_ID} is the value of that parameter, not the ID of the caller. An {@code IP}
 * is an IPv4 address or an IPv6 network of 64 bits, which is what one client is usually assigned (RFC 6177).
 */
public enum LimitKey {
    IP,
    IP_AND_USER_ID,
    USER_ID,
    URL_AND_USER_ID,
    URL_AND_CALLER,
    URL_AND_IP,

    URL_AND_CHALLENGE_ID,

    /** The e-mail address as sent, ignoring letter case and surrounding white space. */
    URL_AND_EMAIL,

    /** The phone number as sent, in {@code phone} or {@code number}. */
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
                        " " + url
                                + parameter("challengeId", apiCall.parameters().unvalidated("challengeId"));
                    case URL_AND_EMAIL -> " " + url + email(apiCall);
                    case URL_AND_PHONE -> " " + url + phone(apiCall);
                };
    }

    private static String ip(ApiCall apiCall) {
        return " ip:" + apiCall.context().metadata().ip().network();
    }

    private static String userId(ApiCall apiCall) {
        return parameter("userId", apiCall.parameters().unvalidated("userId"));
    }

    private static String email(ApiCall apiCall) {
        var address = apiCall.parameters().unvalidated("email").map(value -> value.strip()
                .toLowerCase(Locale.ROOT));
        return parameter("email", address);
    }

    private static String phone(ApiCall apiCall) {
        return parameter("phone", apiCall.parameters().unvalidated("phone").or(() -> apiCall.parameters()
                .unvalidated("number")));
    }

    /** Requests without the parameter share one counter. */
    private static String parameter(String name, Optional<String> value) {
        return " " + name + ":" + value.orElse("{param-" + name + "}");
    }
}
