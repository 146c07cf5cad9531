package io.gatehouse.messaging.inbox;

import static io.gatehouse.messaging.SampleMessageRequests.NOON;

import io.gatehouse.domain.message.MessageType.Channel;

/** A mail and an SMS as the development inbox stores them. */
final class SampleInboxMessages {

    private SampleInboxMessages() {}

    static InboxMessage mail(String id, String to) {
        return new InboxMessage(
                id,
                Channel.EMAIL,
                "demo",
                "otpSession",
                "alice",
                to,
                "no-reply@example.com",
                "Your code",
                "123456",
                "<p>123456</p>",
                "123456",
                null,
                NOON);
    }

    static InboxMessage sms(String id) {
        return new InboxMessage(
                id,
                Channel.SMS,
                "demo",
                "phoneLogin",
                "bob",
                "+4915112345678",
                "",
                "",
                "654321",
                null,
                "654321",
                null,
                NOON);
    }
}
