package io.gatehouse.bootstrap.config;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.gatehouse.application.project.SignInMethod;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.message.MessageType.Channel;
import io.gatehouse.rest.request.Scope;
import io.smallrye.config.common.utils.StringUtil;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The names allowed as a map key or a value in the configuration, taken from where they are defined. */
public class KnownNames implements Supplier<Iterable<String>> {

    /** Allows every name; its list is empty. */
    static final KnownNames ANY = new KnownNames(Stream.of()) {
        @Override
        boolean include(String name) {
            return true;
        }
    };

    private final List<String> names;
    private final Set<String> comparable;
    private final UnaryOperator<String> comparison;

    private KnownNames(Stream<String> names) {
        this(names, UnaryOperator.identity());
    }

    /** @param comparison normalizes a name, so that all its accepted spellings become equal */
    private KnownNames(Stream<String> names, UnaryOperator<String> comparison) {
        this.names = names.toList();
        this.comparison = comparison;
        this.comparable = this.names.stream().map(comparison).collect(toUnmodifiableSet());
    }

    /** @throws IllegalArgumentException if the class has no constructor without parameters */
    static KnownNames of(Class<?> type) {
        try {
            return (KnownNames) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException unusable) {
            throw new IllegalArgumentException(unusable);
        }
    }

    /** @return the constants of an enum, as SmallRye Config spells them, such as {@code replay-check} */
    static KnownNames ofConstants(Class<?> type) {
        return new KnownNames(
                Stream.of(type.getEnumConstants()).map(constant -> StringUtil.skewer(((Enum<?>) constant).name())),
                StringUtil::skewer);
    }

    boolean include(String name) {
        return comparable.contains(comparison.apply(name));
    }

    public List<String> list() {
        return names;
    }

    /** For SmallRye Config, which requires this return type. */
    @Override
    public Iterable<String> get() {
        return names;
    }

    /** Sign-in methods that projects can switch off. */
    public static final class SignInMethods extends KnownNames {
        public SignInMethods() {
            super(Stream.of(SignInMethod.values()).map(SignInMethod::value));
        }
    }

    /** Interfaces that projects can switch off. */
    public static final class Services extends KnownNames {
        Services() {
            super(Stream.of(Service.values()).map(Service::value));
        }
    }

    /** Scopes of API keys. */
    public static final class Scopes extends KnownNames {
        Scopes() {
            super(Scope.names().stream());
        }
    }

    /** Messages sent by e-mail. */
    public static final class Mails extends KnownNames {
        public Mails() {
            super(messages(Channel.EMAIL));
        }
    }

    /** Messages sent by SMS. */
    public static final class TextMessages extends KnownNames {
        public TextMessages() {
            super(messages(Channel.SMS));
        }
    }

    /** Language tags that a request can name, such as {@code de} or {@code pt-BR}, in upper or lower case. */
    public static final class Locales extends KnownNames {
        Locales() {
            super(
                    Stream.of(Locale.getAvailableLocales())
                            .filter(locale -> !locale.equals(Locale.ROOT))
                            .map(Locale::toLanguageTag),
                    tag -> tag.toLowerCase(Locale.ROOT));
        }
    }

    private static Stream<String> messages(Channel channel) {
        return Stream.of(MessageType.values())
                .filter(messageType -> messageType.channel() == channel)
                .map(MessageType::apiName);
    }
}
