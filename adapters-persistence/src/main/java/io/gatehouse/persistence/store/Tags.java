package io.gatehouse.persistence.store;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.StreamId;
import io.gatehouse.domain.account.AccountEvent.PasswordRehashed;
import io.gatehouse.domain.account.AccountEvent.PreferencesReplaced;
import io.gatehouse.domain.account.AccountEvent.UserAccessed;
import io.gatehouse.domain.account.AccountEvent.UserBlocked;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountEvent.UserNameChanged;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import java.util.Set;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Which histories an event belongs to: those whose decisions depend on it, and no others. A name that changes a thousand
 * times makes no history longer, and conflicts with nothing.
 */
final class Tags {

    private Tags() {}

    static Set<Tag> of(Event event) {
        return switch (event) {
            case UserCreated e -> Set.of(of(e.account()));
            case PasswordRehashed e -> Set.of(of(e.account()));
            case UserBlocked e -> Set.of(of(e.account()));
            case UserNameChanged _, PreferencesReplaced _, UserAccessed _ -> Set.of();
            case SessionCreated e -> Set.of(of(e.session()));
            case SessionRevoked e -> Set.of(of(e.session()));
            case TargetCreated _ -> Set.of();
            default -> throw new IllegalArgumentException(event.getClass() + " belongs to no known history");
        };
    }

    static Tag of(StreamId<?, ?, ?> stream) {
        return Tag.of(stream.kind(), stream.project().value() + "/" + stream.value());
    }

    /** A tag as the log spells it. IDs contain no slash. */
    static String text(Tag tag) {
        return tag.key() + "/" + tag.value();
    }
}
