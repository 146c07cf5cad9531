package io.gatehouse.security.contact;

import io.gatehouse.application.project.EmailDomains;
import io.gatehouse.security.ResourceLines;
import java.util.Set;

/** Looks up domains in published lists, which are part of the application. */
public final class ListedEmailDomains implements EmailDomains {

    /** Prefix of an entry that stands for all subdomains of a domain. */
    private static final String SUBDOMAINS_OF = "*.";

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
            if (disposable.contains(SUBDOMAINS_OF + domain.substring(dot + 1))) {
                return true;
            }
        }
        return false;
    }
}
