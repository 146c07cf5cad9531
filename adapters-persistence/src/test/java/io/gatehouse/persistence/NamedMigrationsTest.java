package io.gatehouse.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NamedMigrationsTest {

    private final NamedMigrations migrations = new NamedMigrations();

    @Test
    void every_file_of_the_folder_is_named() {
        var folder = Path.of("src/main/resources", NamedMigrations.FOLDER).toFile();
        assertThat(folder.list()).containsExactlyInAnyOrderElementsOf(NamedMigrations.NAMES);
    }

    @Test
    void each_named_migration_can_be_read() {
        assertThat(migrations.getResources("V", new String[] {".sql"}))
                .hasSameSizeAs(NamedMigrations.NAMES)
                .allSatisfy(migration -> assertThat(migration.read().read()).isNotNegative());
    }

    @Test
    void only_names_with_the_requested_prefix_and_suffix_are_listed() {
        assertThat(migrations.getResources("R", new String[] {".sql"})).isEmpty();
        assertThat(migrations.getResources("V", new String[] {".java"})).isEmpty();
    }
}
