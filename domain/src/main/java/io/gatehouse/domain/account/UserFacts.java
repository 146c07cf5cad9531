package io.gatehouse.domain.account;

import java.text.Normalizer;
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
     * Whether the password contains, the ID, the name, the address or its local part, or the number
     * with or without the plus sign. Neither letter case nor the way a character is typed makes a difference (NFKC).
     */
    public boolean occurIn(PlainPassword password) {
        var folded = fold(password.value());
        return facts().map(UserFacts::fold).filter(fact -> !fact.isEmpty()).anyMatch(folded::contains);
    }

    private static String fold(String text) {
        return compatible(compatible(text).toLowerCase(Locale.ROOT));
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
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
