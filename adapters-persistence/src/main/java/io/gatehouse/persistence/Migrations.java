package io.gatehouse.persistence;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/** Migrates the schema to this version. Safe if several nodes start at once, because Flyway takes a lock. */
public final class Migrations {

    private Migrations() {}

    /**
     * @param jdbcUrl {@code jdbc:postgresql://…}
     * @throws NewerSchemaException if the schema is newer than this version; nothing is changed then
     * @throws org.flywaydb.core.api.FlywayException if the database cannot be reached, or a migration fails
     * @throws IllegalStateException if a migration is missing from the application
     */
    public static void run(String jdbcUrl, String user, String password) {
        var flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(jdbcUrl, user, password)
                .locations("classpath:" + NamedMigrations.FOLDER)
                .resourceProvider(new NamedMigrations())
                .javaMigrationClassProvider(List::of)
                .load();
        requireKnown(flyway.info());
        flyway.migrate();
    }

    /** By default, Flyway only logs that it does not know an applied migration with a higher version than its own. */
    private static void requireKnown(MigrationInfoService migrations) {
        var newest = latest(migrations.applied());
        var known = latest(Stream.of(migrations.all())
                .filter(migration -> migration.getState().isResolved())
                .toArray(MigrationInfo[]::new));
        if (newest.isNewerThan(known)) {
            throw new NewerSchemaException(newest.toString(), known.toString());
        }
    }

    private static MigrationVersion latest(MigrationInfo... migrations) {
        return Stream.of(migrations)
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
    }
}
