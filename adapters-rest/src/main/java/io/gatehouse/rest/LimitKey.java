package io.gatehouse.rest;

import java.util.Locale;

/** What the requests to an endpoint are counted by. */
public enum LimitKey {
    URL_AND_IP {
        @Override
        String of(String url, Call call) {
            return url + " ip:" + call.occasion().ip().value();
        }
    },

    /** By the address as typed, except that two spellings of one mailbox share a counter. */
    URL_AND_EMAIL {
        @Override
        String of(String url, Call call) {
            return url + " email:"
                    + call.parameters()
                            .raw("email")
                            .map(typed -> typed.strip().toLowerCase(Locale.ROOT))
                            .orElse("{param-email}");
        }
    };

    /** @param url method and canonical path: {@code POST /v1/account} */
    public String in(String url, Call call) {
        return call.project().id().value() + " " + of(url, call);
    }

    abstract String of(String url, Call call);
}
