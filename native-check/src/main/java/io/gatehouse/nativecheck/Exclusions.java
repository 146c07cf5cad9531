package io.gatehouse.nativecheck;

import java.util.List;
import java.util.regex.Pattern;

/** Callers and targets that need no metadata, each with the reason. */
final class Exclusions {

    private record Exclusion(String classes, String reason) {
        boolean matches(Lookup lookup) {
            return Pattern.matches(classes, lookup.caller()) || Pattern.matches(classes, lookup.type());
        }
    }

    private static final List<Exclusion> ALL = List.of(
            new Exclusion("io\\.zonky\\..*", "the embedded PostgreSQL does not exist in a native executable"),
            new Exclusion("io\\.gatehouse\\.bootstrap\\.database\\.Embedded.*", "the same"),
            new Exclusion(
                    "io\\.smallrye\\.common\\.classloader\\.ClassPathUtils",
                    "Quarkus compiles application.properties into the executable"),
            new Exclusion("io\\.quarkus\\.bootstrap\\..*", "the class loader of the JVM's package"));

    private Exclusions() {}

    static boolean contain(Lookup lookup) {
        return ALL.stream().anyMatch(exclusion -> exclusion.matches(lookup));
    }
}
