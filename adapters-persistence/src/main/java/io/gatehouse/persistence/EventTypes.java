package io.gatehouse.persistence;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.account.AccountEvent.PasswordRehashed;
import io.gatehouse.domain.account.AccountEvent.PreferencesReplaced;
import io.gatehouse.domain.account.AccountEvent.UserAccessed;
import io.gatehouse.domain.account.AccountEvent.UserBlocked;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountEvent.UserNameChanged;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import java.util.Map;
import java.util.Set;

/** What events are called on disk and on the wire. Classes may be renamed; these strings never are. */
public final class EventTypes {

    private static final Map<String, Class<? extends Event>> CLASSES = Map.of(
            "user.created.v1", UserCreated.class,
            "user.name.changed.v1", UserNameChanged.class,
            "user.preferences.replaced.v1", PreferencesReplaced.class,
            "user.password.rehashed.v1", PasswordRehashed.class,
            "user.blocked.v1", UserBlocked.class,
            "user.accessed.v1", UserAccessed.class,
            "session.created.v1", SessionCreated.class,
            "session.revoked.v1", SessionRevoked.class,
            "target.created.v1", TargetCreated.class);

    private static final Map<Class<? extends Event>, String> NAMES =
            CLASSES.entrySet().stream().collect(toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private EventTypes() {}

    public static Set<String> all() {
        return CLASSES.keySet();
    }

    /** @throws IllegalArgumentException for an event that has no name yet */
    public static String nameOf(Class<? extends Event> type) {
        var name = NAMES.get(type);
        if (name == null) {
            throw new IllegalArgumentException(type + " has no name on disk");
        }
        return name;
    }

    /** @throws IllegalArgumentException for a name this version has never heard of */
    public static Class<? extends Event> classOf(String name) {
        var type = CLASSES.get(name);
        if (type == null) {
            throw new IllegalArgumentException("no event is called " + name);
        }
        return type;
    }
}
