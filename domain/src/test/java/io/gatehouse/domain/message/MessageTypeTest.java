package io.gatehouse.domain.message;

import static io.gatehouse.domain.message.MessageType.PHONE_CHALLENGE;
import static io.gatehouse.domain.message.MessageType.PHONE_LOGIN;
import static io.gatehouse.domain.message.MessageType.PHONE_VERIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.message.MessageType.Channel;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageTypeTest {

    private static final Pattern NEXT_WORD = Pattern.compile("_(.)");

    @ParameterizedTest
    @EnumSource
    void configuration_and_workers_spell_a_template_in_camel_case(MessageType messageType) {
        var words = messageType.name().toLowerCase(Locale.ROOT);
        var camelCase =
                NEXT_WORD.matcher(words).replaceAll(next -> next.group(1).toUpperCase(Locale.ROOT));
        assertThat(messageType.apiName()).isEqualTo(camelCase);
    }

    @Test
    void only_messages_to_a_phone_number_are_sent_by_sms() {
        assertThat(Stream.of(MessageType.values()).filter(messageType -> messageType.channel() == Channel.SMS))
                .containsExactly(PHONE_LOGIN, PHONE_VERIFICATION, PHONE_CHALLENGE);
    }

    @Test
    void workers_know_the_channels_by_names_that_never_change() {
        assertThat(Stream.of(Channel.values()).map(Channel::value)).containsExactly("email", "sms");
    }
}
