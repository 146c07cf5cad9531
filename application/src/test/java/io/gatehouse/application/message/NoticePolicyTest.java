package io.gatehouse.application.message;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.gatehouse.domain.Event;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A new family of events compiles without a case in {@link NoticePolicy}; here it fails. */
class NoticePolicyTest {

    @ParameterizedTest
    @MethodSource("events")
    void every_event_has_a_notice_or_is_listed_as_one_without(Class<? extends Event> type) {
        assertThatCode(() -> NoticePolicy.noticeOf(empty(type))).doesNotThrowAnyException();
    }

    static Stream<Class<?>> events() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.gatehouse.domain").stream()
                        .filter(type -> type.isRecord() && type.isAssignableTo(Event.class))
                        .map(JavaClass::reflect);
    }

    /** @return an event without content: the policy looks at the type alone */
    private static Event empty(Class<? extends Event> type) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return (Event) constructor.newInstance(
                Arrays.stream(components).map(NoticePolicyTest::emptyValue).toArray());
    }

    private static @Nullable Object emptyValue(RecordComponent component) {
        var type = component.getType();
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class || type == long.class) {
            return 0;
        }
        return type == List.class ? List.of() : null;
    }
}
