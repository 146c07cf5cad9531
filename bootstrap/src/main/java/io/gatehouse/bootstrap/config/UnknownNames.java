package io.gatehouse.bootstrap.config;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.ConfigValueConfigSource;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertyName;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SysPropConfigSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Finds names under {@code gatehouse} that are no settings, and values that are not among the allowed names. A misspelt
 * setting would otherwise be ignored, and its default would apply.
 */
public final class UnknownNames {

    private static final String PREFIX = "gatehouse.";

    private final List<Setting> settings = KnownSettings.of(GatehouseConfig.class);
    private final SmallRyeConfig config;
    private final List<ConfigSource> sources;

    private UnknownNames(SmallRyeConfig config) {
        this.config = config;
        this.sources = StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .toList();
    }

    /**
     * @param config with all sources; without mappings
     * @throws InvalidConfigurationException that lists each unknown name, its location and the nearest known name
     */
    public static void requireKnown(SmallRyeConfig config) {
        var names = new UnknownNames(config);
        var unknown = Stream.of(names.unknownProperties(), names.unknownVariables(), names.unknownValues())
                .flatMap(Function.identity())
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidConfigurationException("unknown settings\n  " + String.join("\n  ", unknown));
        }
    }

    private Stream<String> unknownProperties() {
        return sources.stream().flatMap(source -> properties(source)
                .filter(name -> setting(unprofiled(name)).isEmpty())
                .map(name -> describe(name, location(source, name), nearest(unprofiled(name)))));
    }

    private Stream<String> unknownVariables() {
        return sources.stream().flatMap(source -> variables(source)
                .filter(variable -> propertySetBy(variable).isEmpty())
                .map(variable -> describe(variable, source.getName(), nearestVariable(variable))));
    }

    private Stream<String> unknownValues() {
        var setByVariables = sources.stream()
                .flatMap(UnknownNames::variables)
                .map(this::propertySetBy)
                .flatMap(Optional::stream);
        return Stream.concat(knownProperties(), setByVariables).distinct().flatMap(this::unknownValues);
    }

    private Stream<String> unknownValues(String property) {
        return setting(property)
                .map(Setting::values)
                .filter(knownNames -> knownNames != KnownNames.ANY)
                .map(knownNames -> unknownValues(config.getConfigValue(property), knownNames))
                .orElseGet(Stream::empty);
    }

    private static Stream<String> unknownValues(ConfigValue value, KnownNames knownNames) {
        return Stream.of(value.getValueOrDefault("").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !knownNames.include(name))
                .map(name -> describe(
                        value.getName() + "=" + name,
                        value.getLocation(),
                        Spelling.nearest(knownNames.list().stream(), name).text()));
    }

    /** @return names under {@code gatehouse}, some after a profile; none if the source is the environment */
    private static Stream<String> properties(ConfigSource source) {
        return source instanceof EnvConfigSource
                ? Stream.empty()
                : source.getPropertyNames().stream()
                        .filter(name -> unprofiled(name).startsWith(PREFIX));
    }

    private static Stream<String> variables(ConfigSource source) {
        return source instanceof EnvConfigSource
                ? EnvironmentVariables.withoutServiceLinks(
                                source.getProperties().keySet())
                        .filter(variable -> dotted(variable).startsWith(PREFIX))
                : Stream.empty();
    }

    private Stream<String> knownProperties() {
        return sources.stream()
                .flatMap(UnknownNames::properties)
                .map(UnknownNames::unprofiled)
                .filter(property -> setting(property).isPresent());
    }

    private Optional<Setting> setting(String property) {
        var parts = Setting.parts(property);
        return settings.stream().filter(setting -> setting.matches(parts)).findFirst();
    }

    /** A map key in a variable has no separators, unless another source contains the same property. */
    private Optional<String> propertySetBy(String variable) {
        var dotted = dotted(variable);
        var parts = Setting.parts(dotted);
        return settings.stream()
                .filter(setting -> setting.dotted().matches(parts))
                .findFirst()
                .map(setting -> setting.nearest(dotted).text())
                .or(() -> knownProperties()
                        .filter(property -> EnvironmentVariables.of(property).equalsIgnoreCase(variable))
                        .findFirst());
    }

    private String nearest(String written) {
        return settings.stream()
                .map(setting -> setting.nearest(written))
                .min(Spelling.NEAREST_FIRST)
                .orElseThrow()
                .text();
    }

    /** @return the nearest variable, or the nearest property if no other variable can set it */
    private String nearestVariable(String variable) {
        var property = nearest(dotted(variable));
        var nearest = EnvironmentVariables.of(property);
        return nearest.equalsIgnoreCase(variable) ? property : nearest;
    }

    private static String unprofiled(String name) {
        return PropertyName.unprofiled(name).getName();
    }

    private static String dotted(String variable) {
        return unprofiled(EnvironmentVariables.dotted(variable));
    }

    private static String location(ConfigSource source, String name) {
        var value = source instanceof ConfigValueConfigSource file ? file.getConfigValue(name) : null;
        return value == null ? source.getName() : value.getLocation();
    }

    private static String describe(String name, String location, String nearest) {
        return String.format(Locale.ROOT, "%s in %s; the nearest known is %s", name, place(location), nearest);
    }

    /** Reduces {@code PropertiesConfigSource[source=file:/etc/application.properties]:12} to the file and the line. */
    private static String place(String location) {
        return switch (location) {
            case EnvConfigSource.NAME -> "the environment";
            case SysPropConfigSource.NAME -> "the system properties";
            default -> location.replaceFirst("^\\w+\\[source=(.*)](:\\d+)?$", "$1$2");
        };
    }
}
