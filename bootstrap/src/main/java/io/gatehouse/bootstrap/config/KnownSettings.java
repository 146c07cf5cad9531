package io.gatehouse.bootstrap.config;

import static java.util.Comparator.comparing;

import io.gatehouse.bootstrap.config.Setting.Part;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithKeys;
import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lists the settings that a mapping interface declares. SmallRye Config knows their names, too, but not which map keys
 * and values {@link OneOf} allows.
 */
public final class KnownSettings {

    private KnownSettings() {}

    /**
     * @param mapping an interface with a prefix
     * @return its settings, sorted by name
     */
    public static List<Setting> of(Class<?> mapping) {
        var prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
        return group(List.of(Part.of(prefix)), mapping)
                .sorted(comparing(Setting::name))
                .toList();
    }

    private static Stream<Setting> group(List<Part> path, Class<?> mapping) {
        return Stream.of(mapping.getMethods())
                .flatMap(method -> below(
                        with(path, Part.of(StringUtil.skewer(method.getName()))), method.getAnnotatedReturnType()));
    }

    private static Stream<Setting> below(List<Part> path, AnnotatedType type) {
        var raw = raw(type);
        if (raw == Map.class) {
            return keys(argument(type, 0)).flatMap(key -> below(with(path, key), argument(type, 1)));
        }
        if (raw == Optional.class) {
            return below(path, argument(type, 0));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return Stream.of(path, indexed(path)).flatMap(list -> below(list, argument(type, 0)));
        }
        return isGroup(raw) ? group(path, raw) : Stream.of(new Setting(path, names(type)));
    }

    /** The keys of {@link WithKeys} are known, so each is a fixed part of a name. */
    private static Stream<Part> keys(AnnotatedType type) {
        var fixed = type.getAnnotation(WithKeys.class);
        return fixed == null
                ? Stream.of(Part.key(names(type)))
                : KnownNames.of(fixed.value()).list().stream().map(Part::of);
    }

    private static KnownNames names(AnnotatedType type) {
        var restriction = type.getAnnotation(OneOf.class);
        if (restriction != null) {
            return KnownNames.of(restriction.value());
        }
        return raw(type).isEnum() ? KnownNames.ofConstants(raw(type)) : KnownNames.ANY;
    }

    private static boolean isGroup(Class<?> type) {
        return type.isInterface() && type.getPackage().equals(KnownSettings.class.getPackage());
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private static Class<?> raw(AnnotatedType type) {
        return (Class<?>) (type.getType() instanceof ParameterizedType generic ? generic.getRawType() : type.getType());
    }

    private static List<Part> with(List<Part> path, Part part) {
        return Stream.concat(path.stream(), Stream.of(part)).toList();
    }

    private static List<Part> indexed(List<Part> path) {
        return with(path.subList(0, path.size() - 1), Part.of(path.getLast().text() + "[*]"));
    }
}
