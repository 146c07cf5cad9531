package io.gatehouse.messaging.inbox;

import static io.gatehouse.messaging.inbox.Letters.mail;
import static io.gatehouse.messaging.inbox.Letters.sms;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InboxTest {

    private final Inbox inbox = new Inbox();

    @Test
    void the_newest_letter_lies_on_top() {
        inbox.add(mail("1", "alice@example.com"));
        inbox.add(sms("2"));
        assertThat(inbox.letters()).extracting(InboxMessage::id).containsExactly("2", "1");
    }

    @Test
    void the_oldest_go_when_there_are_too_many() {
        IntStream.rangeClosed(1, 201).forEach(number -> inbox.add(sms("" + number)));
        assertThat(inbox.letters()).hasSize(200);
        assertThat(inbox.letters().getFirst().id()).isEqualTo("201");
        assertThat(inbox.letters().getLast().id()).isEqualTo("2");
    }

    @Test
    void a_letter_that_arrives_twice_lies_there_once() {
        inbox.add(sms("1"));
        inbox.add(sms("2"));
        inbox.add(sms("1"));
        assertThat(inbox.letters()).extracting(InboxMessage::id).containsExactly("1", "2");
    }

    @Test
    void an_emptied_inbox_is_empty() {
        inbox.add(sms("1"));
        inbox.empty();
        assertThat(inbox.letters()).isEmpty();
    }

    @Test
    void a_letter_in_a_log_gives_nothing_away() {
        assertThat(mail("1", "alice@example.com")).asString().isEqualTo("Letter[1, hidden]");
    }
}
