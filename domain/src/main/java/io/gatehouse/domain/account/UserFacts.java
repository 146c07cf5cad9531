package io.gatehouse.domain.account;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Facts that must not occur in the user's password.
 *
 * @param email null if there is none, like name and phone
 */
public record UserFacts(
        AccountId id,
        @Nullable EmailAddress email,
        @Nullable DisplayName name,
        @Nullable PhoneNumber phone) {

    /**
     * Whether the password contains, in any letter case, the ID, the name, the address or its local part, or the number
     * with or without the plus sign.
     */
    public boolean occurIn(PlainPassword password) {
        var lowerCased = password.value().toLowerCase(Locale.ROOT);
        return facts().map(fact -> fact.toLowerCase(Locale.ROOT))
                .filter(fact -> !fact.isEmpty())
                .anyMatch(lowerCased::contains);
    }

    private Stream<String> facts() {
        return Stream.of(
                        Stream.of(id.value()),
                        Stream.ofNullable(email).flatMap(e -> Stream.of(e.value(), e.local())),
                        Stream.ofNullable(name).map(DisplayName::value),
                        Stream.ofNullable(phone)
                                .flatMap(p -> Stream.of(p.value(), p.value().substring(1))))
                .flatMap(facts -> facts);
    }
}
