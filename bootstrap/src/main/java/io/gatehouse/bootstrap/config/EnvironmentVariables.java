package io.gatehouse.bootstrap.config;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.smallrye.config.common.utils.StringUtil;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Converts between names of properties and of environment variables, by the rules of SmallRye Config. */
final class EnvironmentVariables {

    private static final String HOST_OF_SERVICE = "_SERVICE_HOST";

    private EnvironmentVariables() {}

    /** @return the variable that sets the property */
    static String of(String property) {
        return StringUtil.replaceNonAlphanumericByUnderscores(property).toUpperCase(Locale.ROOT);
    }

    /** @return the name in lower case, with a dot for each underscore, which may stand for a dot or a hyphen */
    static String dotted(String variable) {
        return StringUtil.toLowerCaseAndDotted(variable);
    }

    /**
     * Removes the variables that Kubernetes sets in every container for each service of the namespace, such as
     * {@code GATEHOUSE_PORT} for a service named gatehouse.
     */
    static Stream<String> withoutServiceLinks(Set<String> variables) {
        var services = variables.stream()
                .filter(variable -> variable.endsWith(HOST_OF_SERVICE))
                .map(variable -> variable.substring(0, variable.length() - HOST_OF_SERVICE.length()))
                .collect(toUnmodifiableSet());
        return variables.stream().filter(variable -> services.stream().noneMatch(service -> isLink(variable, service)));
    }

    private static boolean isLink(String variable, String service) {
        return variable.startsWith(service)
                && variable.substring(service.length()).matches("_SERVICE_HOST|_SERVICE_PORT(_.+)?|_PORT(_\\d+_.+)?");
    }
}
