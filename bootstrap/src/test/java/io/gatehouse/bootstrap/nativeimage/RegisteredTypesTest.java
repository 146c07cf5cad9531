package io.gatehouse.bootstrap.nativeimage;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.bootstrap.config.GatehouseConfig;
import io.gatehouse.persistence.EventTypes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegisteredTypesTest {

    @Test
    void every_event_and_all_that_is_stored_with_it_is_registered() {
        var stored = new HashSet<Class<?>>();
        EventTypes.all().forEach(name -> addComponents(EventTypes.classOf(name), stored));
        addComponents(RequestMetadata.class, stored);
        assertThat(registeredBy(StoredTypes.class)).containsAll(stored);
        assertThat(stored).hasSizeGreaterThan(EventTypes.all().size());
    }

    @Test
    void every_group_of_settings_is_registered() {
        var groups = new HashSet<Class<?>>();
        addGroups(GatehouseConfig.class, groups);
        assertThat(registeredBy(ConfigurationTypes.class)).containsAll(groups);
        assertThat(groups).hasSizeGreaterThan(1);
    }

    private static Set<Class<?>> registeredBy(Class<?> registration) {
        var targets = requireNonNull(registration.getAnnotation(RegisterForReflection.class))
                .targets();
        var registered = new HashSet<Class<?>>();
        Stream.of(targets).forEach(target -> addNested(target, registered));
        return registered;
    }

    private static void addNested(Class<?> type, Set<Class<?>> registered) {
        registered.add(type);
        Stream.of(type.getDeclaredClasses()).forEach(nested -> addNested(nested, registered));
    }

    /** Adds a record and the types of its components, an interface and those that implement it. */
    private static void addComponents(Type type, Set<Class<?>> found) {
        own(type).filter(found::add).forEach(added -> {
            if (added.isRecord()) {
                Stream.of(added.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .forEach(component -> addComponents(component, found));
            }
            if (added.isSealed()) {
                Stream.of(added.getPermittedSubclasses()).forEach(permitted -> addComponents(permitted, found));
            }
        });
    }

    private static void addGroups(Type type, Set<Class<?>> found) {
        own(type).filter(Class::isInterface).filter(found::add).forEach(added -> Stream.of(added.getMethods())
                .map(Method::getGenericReturnType)
                .forEach(returned -> addGroups(returned, found)));
    }

    /** Our classes in a type, such as {@code AccountId} in {@code List<AccountId>}. */
    private static Stream<Class<?>> own(Type type) {
        return switch (type) {
            case ParameterizedType generic ->
                Stream.of(generic.getActualTypeArguments()).flatMap(RegisteredTypesTest::own);
            case Class<?> one when one.getName().startsWith("io.gatehouse.") -> Stream.of(one);
            default -> Stream.of();
        };
    }
}
