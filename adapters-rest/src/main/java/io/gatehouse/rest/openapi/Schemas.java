package io.gatehouse.rest.openapi;

import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.ARRAY;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.BOOLEAN;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.NULL;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.OBJECT;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Describes the API's models, from the records that are written as JSON. */
final class Schemas {

    private static final Map<Type, SchemaType> SIMPLE = Map.of(
            String.class, STRING,
            boolean.class, BOOLEAN,
            Boolean.class, BOOLEAN,
            int.class, INTEGER,
            long.class, INTEGER);

    private final Map<String, Schema> models = new TreeMap<>();

    /** Every model that was referenced, including the models it contains. */
    Map<String, Schema> models() {
        return models;
    }

    Schema reference(Class<?> model) {
        var name = model.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class)
                .name();
        if (!models.containsKey(name)) {
            models.put(name, describe(model));
        }
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    private Schema describe(Class<?> model) {
        var schema = OASFactory.createSchema().addType(OBJECT);
        if (!isFreeForm(model)) {
            addProperties(model, true, schema);
        }
        return schema;
    }

    private static boolean isFreeForm(Class<?> model) {
        return Stream.of(model.getRecordComponents())
                .anyMatch(component -> component.getAccessor().isAnnotationPresent(JsonValue.class));
    }

    private void addProperties(Class<?> record, boolean required, Schema schema) {
        for (var component : record.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                addProperties(component.getType(), required && !isNullable(component), schema);
            } else {
                addProperty(component, required, schema);
            }
        }
    }

    private void addProperty(RecordComponent component, boolean required, Schema schema) {
        var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        var name = renamed == null ? component.getName() : renamed.value();
        var property = component.getAccessor().isAnnotationPresent(JsonRawValue.class)
                ? OASFactory.createSchema().addType(OBJECT)
                : schemaOf(component.getGenericType());
        schema.addProperty(name, isNullable(component) ? property.addType(NULL) : property);
        if (required) {
            schema.addRequired(name);
        }
    }

    private Schema schemaOf(Type type) {
        if (type instanceof ParameterizedType list) {
            return OASFactory.createSchema().addType(ARRAY).items(schemaOf(list.getActualTypeArguments()[0]));
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            return reference(record);
        }
        return OASFactory.createSchema().addType(SIMPLE.get(type));
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
