package io.gatehouse.persistence.store;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.gatehouse.application.Inventory;
import io.gatehouse.persistence.Postgres;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.Server.class)
class InventoryReadersTest {

    private final InventoryReaders readers;

    InventoryReadersTest(Postgres postgres) {
        this.readers = new InventoryReaders(postgres.database());
    }

    @Test
    void every_inventory_of_the_application_has_a_reader() {
        assertThat(readers.inventories()).containsExactlyInAnyOrderElementsOf(declared());
    }

    /** @return the constants of type {@link Inventory} */
    private static Set<Inventory<?>> declared() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackagesOf(Inventory.class).stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(Inventory.class))
                        .map(InventoryReadersTest::value)
                        .collect(toSet());
    }

    private static Inventory<?> value(JavaField constant) {
        try {
            return (Inventory<?>) constant.reflect().get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(constant + " is not public", hidden);
        }
    }
}
