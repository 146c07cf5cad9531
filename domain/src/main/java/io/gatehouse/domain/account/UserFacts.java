package io.gatehouse.domain.account;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What others know of a user, so that it makes a poor password.
 *
 * @param email null if there is none; so are the others
 */
public record UserFacts(
        AccountId id,
        @Nullable EmailAddress email,
        @Nullable UserName name,
        @Nullable PhoneNumber phone) {

    /** Whether any of it, address or its local part, number with or without the plus sign, is part of the password. */
    public boolean occurIn(PlainPassword password) {
        var typed = password.value().toLowerCase(Locale.ROOT);
        return facts().map(fact -> fact.toLowerCase(Locale.ROOT))
                .filter(fact -> !fact.isEmpty())
                .anyMatch(typed::contains);
    }

    private Stream<String> facts() {
        return Stream.of(
                        Stream.of(id.value()),
                        Stream.ofNullable(email).flatMap(e -> Stream.of(e.value(), e.local())),
                        Stream.ofNullable(name).map(UserName::value),
                        Stream.ofNullable(phone)
                                .flatMap(p -> Stream.of(p.value(), p.value().substring(1))))
                .flatMap(facts -> facts);
    }
}
