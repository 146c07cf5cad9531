package io.gatehouse.rest.openapi;

import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.ARRAY;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.BOOLEAN;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.OBJECT;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import io.gatehouse.application.account.AcceptedPassword;
import io.gatehouse.application.account.PhoneInput;
import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.rest.parameter.CurrentPassword;
import io.gatehouse.rest.parameter.NewId;
import io.gatehouse.rest.parameter.Page;
import io.gatehouse.rest.parameter.ResourceId;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** The schemas of parameters by the Java type that validates them. Every such type must be listed here. */
final class ParameterSchemas {

    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,35}";

    private static final Map<Class<?>, Supplier<Schema>> BY_TYPE = Map.ofEntries(
            entry(NewId.class, () -> of(STRING)
                    .pattern("^(unique\\(\\)|" + ID + ")$")
                    .description("`unique()` lets the server generate an ID.")),
            entry(ResourceId.class, ParameterSchemas::uid),
            entry(EmailAddress.class, () -> of(STRING).format("email").maxLength(254)),
            entry(PhoneInput.class, () -> of(STRING).pattern("^\\+[1-9][0-9]{6,14}$")),
            entry(AcceptedPassword.class, ParameterSchemas::password),
            entry(PlainPassword.class, ParameterSchemas::password),
            entry(CurrentPassword.class, () -> of(STRING).format("password").maxLength(256)),
            entry(Secret.class, () -> of(STRING).minLength(1).maxLength(256)),
            entry(RedirectUrl.class, () -> of(STRING)
                    .format("uri")
                    .maxLength(2_048)
                    .description("Must point to a registered platform of the project; no user name or password.")),
            entry(DisplayName.class, () -> of(STRING).minLength(1).maxLength(128)),
            entry(Preferences.class, () -> of(OBJECT)
                    .description("At most 65535 bytes of JSON; replaces all existing preferences.")),
            entry(Duration.class, () -> of(INTEGER)
                    .minimum(BigDecimal.ONE)
                    .maximum(BigDecimal.valueOf(3_600))
                    .defaultValue(900)
                    .description("In seconds.")),
            entry(Factor.class, ParameterSchemas::factor),
            entry(ChallengeId.class, () -> of(STRING).minLength(1).maxLength(256)),
            entry(Identifier.class, () -> of(STRING).minLength(1).maxLength(255)),
            entry(boolean.class, () -> of(BOOLEAN)),
            entry(Boolean.class, () -> of(BOOLEAN)));

    private ParameterSchemas() {}

    /** @param record its components are the parameters; those that may be null or have a default are optional */
    static Schema of(Class<?> record) {
        var schema = of(OBJECT);
        for (var component : record.getRecordComponents()) {
            if (component.getType() == Page.class) {
                addPage(schema);
            } else {
                add(component, schema);
            }
        }
        return schema;
    }

    /** An ID, or {@code current} for the session presented; for {@code type}, the only authenticator type. */
    static Schema inPath(String name) {
        return name.equals("type") ? of(STRING).addEnumeration("totp") : uid();
    }

    private static Schema password() {
        return of(STRING).format("password").minLength(8).maxLength(256).description("Length in bytes of UTF-8.");
    }

    private static Schema uid() {
        return of(STRING).pattern("^" + ID + "$");
    }

    private static Schema factor() {
        var schema = of(STRING).description("Case-insensitive.");
        Stream.of(Factor.values()).map(Factor::value).forEach(schema::addEnumeration);
        return schema;
    }

    private static void add(RecordComponent component, Schema schema) {
        var property = Objects.requireNonNull(BY_TYPE.get(component.getType()), component::toString)
                .get();
        schema.addProperty(component.getName(), property);
        if (!isOptional(component, property)) {
            schema.addRequired(component.getName());
        }
    }

    private static boolean isOptional(RecordComponent component, Schema property) {
        return component.getType().isPrimitive()
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || property.getDefaultValue() != null;
    }

    private static void addPage(Schema schema) {
        schema.addProperty(
                        "queries[]",
                        of(ARRAY)
                                .items(of(STRING).maxLength(4_096))
                                .maxItems(100)
                                .description("`{\"method\":\"limit\",\"values\":[10]}` or `limit(10)`; also `offset`."))
                .addProperty("limit", of(INTEGER).minimum(BigDecimal.ONE).defaultValue(25))
                .addProperty("offset", of(INTEGER).minimum(BigDecimal.ZERO).defaultValue(0));
    }

    private static Map.Entry<Class<?>, Supplier<Schema>> entry(Class<?> type, Supplier<Schema> schema) {
        return Map.entry(type, schema);
    }

    private static Schema of(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
