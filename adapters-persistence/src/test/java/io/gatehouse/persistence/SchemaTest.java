package io.gatehouse.persistence;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.gatehouse.persistence.store.Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Compares the schema that the migrations create with the tables that the projections name. A new table either gets a
 * projection, so that the replay check rebuilds it, or is listed here with the reason why it has none.
 */
@ExtendWith(Postgres.Server.class)
class SchemaTest {

    /** Tables that the replay check does not compare, each with its reason. */
    private static final Map<String, String> OTHER_TABLES = Map.of(
            "event", "the log itself",
            "event_tag", "part of the log: which streams an event belongs to, decided when it is appended",
            "log_subscription",
                    "progress of the log's subscribers: depends on what they have processed, not on events alone",
            "delivery", "a work queue: depends on attempts to send, which the log does not record",
            "rate_limit", "counters of requests, which are no events",
            "flyway_schema_history", "the migrations that have run");

    private static final String TABLES = """
            select c.relname as name
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p', 'v', 'm', 'f')
               and n.nspname not in ('pg_catalog', 'pg_toast', 'information_schema')""";

    private static final String KEY_COLUMNS = """
            select c.relname as name, a.attname as column_name
              from pg_index i
              join pg_class c on c.oid = i.indrelid
             cross join lateral unnest(i.indkey::smallint[]) with ordinality as k (attnum, place)
              join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
             where i.indisprimary and c.relnamespace = 'public'::regnamespace
             order by c.relname, k.place""";

    private final Database database;

    SchemaTest(Postgres postgres) {
        this.database = postgres.database();
    }

    @Test
    void a_table_belongs_to_a_projection_or_has_a_reason_not_to() {
        var known = new ArrayList<>(OTHER_TABLES.keySet());
        known.addAll(projectionTables().keySet());
        assertThat(tables())
                .as("tables created by the migrations; expected are the tables of projections and OTHER_TABLES")
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void a_projection_table_has_the_primary_key_that_its_projection_names() {
        var keys = primaryKeys();
        keys.keySet().removeAll(OTHER_TABLES.keySet());
        assertThat(keys).as("primary keys by table").isEqualTo(projectionTables());
    }

    @Test
    void every_projection_is_in_the_list_once() {
        var listed = Projections.all().stream().map(Object::getClass).map(Class::getName);
        assertThat(listed).as("classes in Projections.all()").containsExactlyInAnyOrderElementsOf(projectionClasses());
    }

    /** @return keys by table; fails if two projections name the same table */
    private static Map<String, List<String>> projectionTables() {
        return Projections.all().stream()
                .map(Projection::table)
                .collect(toMap(ProjectionTable::name, ProjectionTable::primaryKey));
    }

    private static Set<String> projectionClasses() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackagesOf(Projection.class).stream()
                        .filter(type -> type.isAssignableTo(Projection.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .collect(toSet());
    }

    private List<String> tables() {
        var tables = new ArrayList<String>();
        for (var row : database.execute(TABLES)) {
            tables.add(row.getString("name"));
        }
        return tables;
    }

    private Map<String, List<String>> primaryKeys() {
        var keys = new HashMap<String, List<String>>();
        for (var row : database.execute(KEY_COLUMNS)) {
            keys.computeIfAbsent(row.getString("name"), _ -> new ArrayList<>()).add(row.getString("column_name"));
        }
        return keys;
    }
}
