package io.gatehouse.security.contact;

import io.gatehouse.application.project.EmailDomains;
import io.gatehouse.security.ResourceLines;
import java.util.Set;

/** Looks domains up in published lists that come with the application. */
public final class ListedEmailDomains implements EmailDomains {

    /** Stands before domains whose subdomains are meant, too. */
    private static final String ANY = "*.";

    private final Set<String> free = Set.copyOf(ResourceLines.of("free-domains.txt", ListedEmailDomains.class));
    private final Set<String> disposable =
            Set.copyOf(ResourceLines.of("disposable-domains.txt", ListedEmailDomains.class));

    @Override
    public boolean isFree(String domain) {
        return free.contains(domain) && !isDisposable(domain);
    }

    @Override
    public boolean isDisposable(String domain) {
        return disposable.contains(domain) || isBelowDisposable(domain);
    }

    private boolean isBelowDisposable(String domain) {
        for (var dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
            if (disposable.contains(ANY + domain.substring(dot + 1))) {
                return true;
            }
        }
        return false;
    }
}
