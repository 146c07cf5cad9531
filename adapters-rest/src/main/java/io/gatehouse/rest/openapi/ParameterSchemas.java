package io.gatehouse.rest.openapi;

import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.ARRAY;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.BOOLEAN;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.OBJECT;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.account.UserName;
import io.gatehouse.rest.parameter.NewId;
import io.gatehouse.rest.parameter.Page;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** What parameters have to look like, by the type that judges them. A type unknown here has to be made known. */
final class ParameterSchemas {

    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,35}";

    private static final Map<Class<?>, Supplier<Schema>> BY_TYPE = Map.of(
            NewId.class,
            () -> of(STRING).pattern("^(unique\\(\\)|" + ID + ")$").description("unique() asks for a fresh one."),
            EmailAddress.class,
            () -> of(STRING).format("email").maxLength(254),
            PlainPassword.class,
            () -> of(STRING).format("password").minLength(8).maxLength(256).description("Counted in bytes of UTF-8."),
            UserName.class,
            () -> of(STRING).minLength(1).maxLength(128),
            Preferences.class,
            () -> of(OBJECT).description("At most 65535 bytes of JSON; replaces all there was."),
            boolean.class,
            () -> of(BOOLEAN));

    private ParameterSchemas() {}

    /** @param taken a record whose components are parameters; those that may be null are optional */
    static Schema of(Class<?> taken) {
        var schema = of(OBJECT);
        for (var component : taken.getRecordComponents()) {
            if (component.getType() == Page.class) {
                addPage(schema);
            } else {
                add(component, schema);
            }
        }
        return schema;
    }

    /** The ID of something there is, or {@code current} for the session presented. */
    static Schema uid() {
        return of(STRING).pattern("^" + ID + "$");
    }

    private static void add(RecordComponent component, Schema schema) {
        var known = BY_TYPE.get(component.getType());
        schema.addProperty(
                component.getName(),
                Objects.requireNonNull(known, component::toString).get());
        if (!component.getType().isPrimitive() && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            schema.addRequired(component.getName());
        }
    }

    private static void addPage(Schema schema) {
        schema.addProperty(
                        "queries[]",
                        of(ARRAY)
                                .items(of(STRING).maxLength(4_096))
                                .maxItems(100)
                                .description("{\"method\":\"limit\",\"values\":[10]}, or limit(10); likewise offset."))
                .addProperty("limit", of(INTEGER).minimum(BigDecimal.ONE).defaultValue(25))
                .addProperty("offset", of(INTEGER).minimum(BigDecimal.ZERO).defaultValue(0));
    }

    private static Schema of(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
