package io.gatehouse.persistence.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Event;
import io.gatehouse.persistence.EventTypes;
import io.gatehouse.persistence.EveryEvent;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TagsTest {

    @Test
    void an_event_belongs_to_the_histories_whose_decisions_depend_on_it() {
        assertThat(eventsBy(TagsTest::kinds))
                .isEqualTo(Map.of(
                        Set.of("account"),
                        Set.of(
                                "user.created.v1",
                                "user.password.changed.v1",
                                "user.password.rehashed.v1",
                                "user.email.changed.v1",
                                "user.email.verified.v1",
                                "user.phone.changed.v1",
                                "user.phone.verified.v1",
                                "user.blocked.v1",
                                "user.deleted.v1"),
                        Set.of("session", "sessions"),
                        Set.of("session.created.v1"),
                        Set.of("session"),
                        Set.of(
                                "session.prolonged.v1",
                                "session.revoked.v1",
                                "session.evicted.v1",
                                "session.expired.v1"),
                        Set.of("token", "tokens"),
                        Set.of("token.issued.v1"),
                        Set.of("token"),
                        Set.of(
                                "token.redeemed.v1",
                                "token.wrong.code.presented.v1",
                                "token.withdrawn.v1",
                                "token.expired.v1"),
                        Set.of(),
                        Set.of(
                                "user.name.changed.v1",
                                "user.preferences.replaced.v1",
                                "user.password.remembered.v1",
                                "user.accessed.v1",
                                "recovery.ignored.v1",
                                "target.created.v1",
                                "target.readdressed.v1",
                                "message.requested.v1",
                                "message.sent.v1",
                                "message.dropped.v1",
                                "message.failed.v1")));
    }

    @Test
    void what_one_account_holds_is_a_history_of_its_own() {
        assertThat(Tags.text(Tags.sessionsOf(EveryEvent.ALICE))).isEqualTo("sessions/demo/alice");
        assertThat(Tags.text(Tags.tokensOf(EveryEvent.ALICE))).isEqualTo("tokens/demo/alice");
    }

    private static Map<Set<String>, Set<String>> eventsBy(Function<Event, Set<String>> criterion) {
        return EveryEvent.all().stream()
                .collect(groupingBy(criterion, mapping(event -> EventTypes.nameOf(event.getClass()), toSet())));
    }

    private static Set<String> kinds(Event event) {
        return Tags.of(event).stream().map(tag -> tag.key()).collect(toSet());
    }
}
