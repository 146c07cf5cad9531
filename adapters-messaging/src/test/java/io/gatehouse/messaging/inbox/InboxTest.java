package io.gatehouse.messaging.inbox;

import static io.gatehouse.messaging.inbox.SampleInboxMessages.mail;
import static io.gatehouse.messaging.inbox.SampleInboxMessages.sms;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InboxTest {

    private final Inbox inbox = new Inbox();

    @Test
    void messages_are_listed_newest_first() {
        inbox.add(mail("1", "alice@example.com"));
        inbox.add(sms("2"));
        assertThat(inbox.messages()).extracting(InboxMessage::id).containsExactly("2", "1");
    }

    @Test
    void at_most_200_messages_are_stored_and_the_oldest_are_removed() {
        IntStream.rangeClosed(1, 201).forEach(number -> inbox.add(sms("" + number)));
        assertThat(inbox.messages()).hasSize(200);
        assertThat(inbox.messages().getFirst().id()).isEqualTo("201");
        assertThat(inbox.messages().getLast().id()).isEqualTo("2");
    }

    @Test
    void a_message_added_twice_is_stored_once_as_the_newest() {
        inbox.add(sms("1"));
        inbox.add(sms("2"));
        inbox.add(sms("1"));
        assertThat(inbox.messages()).extracting(InboxMessage::id).containsExactly("1", "2");
    }

    @Test
    void emptying_removes_all_messages() {
        inbox.add(sms("1"));
        inbox.clear();
        assertThat(inbox.messages()).isEmpty();
    }

    @Test
    void the_text_of_a_message_hides_everything_but_its_id() {
        assertThat(mail("1", "alice@example.com")).asString().isEqualTo("InboxMessage[1, hidden]");
    }
}
