package io.gatehouse.persistence.store;

import static java.util.Map.entry;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.application.inventory.OutstandingToken;
import io.gatehouse.application.inventory.RegisteredTarget;
import io.gatehouse.domain.Event;
import io.gatehouse.persistence.EventCodec;
import io.gatehouse.persistence.EventTypes;
import io.gatehouse.persistence.EveryEvent;
import io.gatehouse.persistence.GoldenEvent;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TagsTest {

    @Test
    void an_event_is_tagged_with_the_streams_whose_decisions_depend_on_it() {
        assertThat(eventsBy(TagsTest::kinds))
                .isEqualTo(Map.ofEntries(
                        entry(
                                Set.of("account"),
                                Set.of(
                                        "user.created.v1",
                                        "user.password.changed.v1",
                                        "user.password.rehashed.v1",
                                        "user.email.changed.v1",
                                        "user.email.verified.v1",
                                        "user.phone.changed.v1",
                                        "user.phone.verified.v1",
                                        "user.mfa.enabled.v1",
                                        "user.mfa.disabled.v1",
                                        "user.blocked.v1",
                                        "user.deleted.v1")),
                        entry(Set.of("session", "sessions"), Set.of("session.created.v1")),
                        entry(
                                Set.of("session"),
                                Set.of(
                                        "session.prolonged.v1",
                                        "session.factor.added.v1",
                                        "session.revoked.v1",
                                        "session.evicted.v1",
                                        "session.expired.v1")),
                        entry(Set.of("token", "tokens"), Set.of("token.issued.v1")),
                        entry(
                                Set.of("token"),
                                Set.of(
                                        "token.redeemed.v1",
                                        "token.wrong.code.presented.v1",
                                        "token.withdrawn.v1",
                                        "token.expired.v1")),
                        entry(Set.of("authenticator", "factors"), Set.of("authenticator.created.v1")),
                        entry(Set.of("authenticator"), Set.of("authenticator.verified.v1", "authenticator.deleted.v1")),
                        entry(Set.of("recovery-codes", "factors"), Set.of("recovery.codes.created.v1")),
                        entry(
                                Set.of("recovery-codes"),
                                Set.of(
                                        "recovery.code.spent.v1",
                                        "recovery.codes.concealed.v1",
                                        "recovery.codes.replaced.v1")),
                        entry(Set.of("totp-step"), Set.of("totp.step.spent.v1")),
                        entry(
                                Set.of("challenge"),
                                Set.of(
                                        "mfa.challenge.created.v1",
                                        "mfa.challenge.passed.v1",
                                        "mfa.challenge.failed.v1",
                                        "mfa.challenge.withdrawn.v1",
                                        "mfa.challenge.expired.v1")),
                        entry(Set.of("target", "targets"), Set.of("target.push.created.v1")),
                        entry(Set.of("target"), Set.of("target.deleted.v1")),
                        entry(
                                Set.of(),
                                Set.of(
                                        "user.name.changed.v1",
                                        "user.preferences.replaced.v1",
                                        "user.password.remembered.v1",
                                        "user.accessed.v1",
                                        "recovery.ignored.v1",
                                        "token.request.ignored.v1",
                                        "session.challenge.passed.v1",
                                        "target.push.updated.v1",
                                        "target.created.v1",
                                        "target.readdressed.v1",
                                        "message.requested.v1",
                                        "message.sent.v1",
                                        "message.dropped.v1",
                                        "message.failed.v1"))));
    }

    @Test
    void every_golden_event_has_the_tags_on_record() {
        var codec = new EventCodec();
        assertThat(GoldenEvent.all()).allSatisfy(golden -> {
            var event = codec.read(golden.type(), golden.json(), EveryEvent.PROJECT);
            assertThat(Tags.of(event).stream().map(Tags::text)).containsExactlyInAnyOrderElementsOf(golden.tags());
        });
    }

    @Test
    void inventories_of_an_account_have_tags_of_their_own() {
        assertThat(Tags.text(Tags.of(EveryEvent.ALICE, OpenSession.INVENTORY))).isEqualTo("sessions/demo/alice");
        assertThat(Tags.text(Tags.of(EveryEvent.ALICE, OutstandingToken.INVENTORY)))
                .isEqualTo("tokens/demo/alice");
        assertThat(Tags.text(Tags.of(EveryEvent.ALICE, EnrolledFactors.INVENTORY)))
                .isEqualTo("factors/demo/alice");
        assertThat(Tags.text(Tags.of(EveryEvent.ALICE, RegisteredTarget.INVENTORY)))
                .isEqualTo("targets/demo/alice");
    }

    private static Map<Set<String>, Set<String>> eventsBy(Function<Event, Set<String>> criterion) {
        return EveryEvent.all().stream()
                .collect(groupingBy(criterion, mapping(event -> EventTypes.typeOf(event.getClass()), toSet())));
    }

    private static Set<String> kinds(Event event) {
        return Tags.of(event).stream().map(tag -> tag.key()).collect(toSet());
    }
}
