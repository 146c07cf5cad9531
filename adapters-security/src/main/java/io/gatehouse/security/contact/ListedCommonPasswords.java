package io.gatehouse.security.contact;

import io.gatehouse.application.account.CommonPasswords;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.security.ResourceLines;
import java.util.Set;

/** Looks up passwords in a published list, which is part of the application. */
public final class ListedCommonPasswords implements CommonPasswords {

    private final Set<String> passwords =
            Set.copyOf(ResourceLines.of("common-passwords.txt", ListedCommonPasswords.class));

    @Override
    public boolean contains(PlainPassword password) {
        return passwords.contains(password.value());
    }
}
