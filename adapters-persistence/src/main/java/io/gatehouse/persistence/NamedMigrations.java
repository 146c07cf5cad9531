package io.gatehouse.persistence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.CoreLocationPrefix;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resource.classpath.ClassPathResource;
import org.jspecify.annotations.Nullable;

/** The migrations by name. Flyway would scan the class path for them, which a native executable does not have. */
final class NamedMigrations implements ResourceProvider {

    static final String FOLDER = "db/migration";

    /** All files of the folder, oldest first. */
    static final List<String> NAMES = List.of(
            "V1__the_log_and_its_views.sql",
            "V2__tokens_and_messages.sql",
            "V3__second_factors_and_targets.sql",
            "V4__names_that_say_what_is_stored.sql");

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return NAMES.contains(name) ? resource(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return NAMES.stream()
                .filter(name ->
                        name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
                .map(NamedMigrations::resource)
                .toList();
    }

    /** @throws IllegalStateException if the application does not contain the file */
    private static LoadableResource resource(String name) {
        var loader = NamedMigrations.class.getClassLoader();
        var path = FOLDER + "/" + name;
        if (loader.getResource(path) == null) {
            throw new IllegalStateException("the migration " + path + " is missing from the application");
        }
        return new ClassPathResource(
                Location.fromPath(CoreLocationPrefix.CLASSPATH_PREFIX, FOLDER), path, loader, StandardCharsets.UTF_8);
    }
}
