package io.gatehouse.persistence;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the enums in records, at any depth. */
final class RecordValues {

    private RecordValues() {}

    /** @return the enum types among a record's components, those of its records and collections included */
    static Stream<Class<?>> enumsIn(Type type) {
        return switch (type) {
            case ParameterizedType generic ->
                Arrays.stream(generic.getActualTypeArguments()).flatMap(RecordValues::enumsIn);
            case Class<?> simple when simple.isEnum() -> Stream.of(simple);
            case Class<?> simple
            when simple.isRecord() ->
                Arrays.stream(simple.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .flatMap(RecordValues::enumsIn);
            default -> Stream.of();
        };
    }

    /** @return the enum constants in a record, those in its records and collections included */
    static Stream<Enum<?>> constantsIn(@Nullable Object value) {
        return switch (value) {
            case Enum<?> constant -> Stream.of(constant);
            case Collection<?> values -> values.stream().flatMap(RecordValues::constantsIn);
            case Record holder ->
                Arrays.stream(holder.getClass().getRecordComponents())
                        .map(component -> valueOf(component, holder))
                        .flatMap(RecordValues::constantsIn);
            case null, default -> Stream.of();
        };
    }

    private static @Nullable Object valueOf(RecordComponent component, Record holder) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
