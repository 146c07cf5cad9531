package io.gatehouse.nativecheck;

import static java.util.function.Predicate.not;

import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Fails if a recorded lookup is not covered by the metadata, or if a class would freeze random numbers into the image. */
public final class Coverage {

    private static final Set<String> RANDOM =
            Set.of("java/security/SecureRandom", "java/util/Random", "java/util/SplittableRandom");

    /** Quarkus' extensions decide how these are initialised. */
    private static final List<String> CARED_FOR = List.of("io.quarkus.", "io.smallrye.", "io.netty.", "io.prometheus.");

    private final NativeSources sources;

    Coverage(NativeSources sources) {
        this.sources = sources;
    }

    /** @param arguments the folder of the records, and the folder of the native sources */
    public static void main(String... arguments) throws IOException {
        var coverage = new Coverage(new NativeSources(Path.of(arguments[1])));
        var lookups = Lookup.readAll(Path.of(arguments[0])).toList();
        var missing = Stream.concat(coverage.uncovered(lookups.stream()), coverage.frozenRandomness())
                .distinct()
                .sorted()
                .toList();
        missing.forEach(System.err::println);
        System.out.printf(
                Locale.ROOT,
                "native metadata: %d recorded lookups, %d without metadata%n",
                lookups.size(),
                missing.size());
        System.exit(lookups.isEmpty() || !missing.isEmpty() ? 1 : 0);
    }

    Stream<String> uncovered(Stream<Lookup> lookups) {
        return lookups.filter(not(Exclusions::contain))
                .filter(not(this::happensDuringTheBuild))
                .filter(this::exists)
                .filter(not(sources::isService))
                .filter(lookup -> !sources.metadata().covers(lookup))
                .filter(not(this::isFoundByTheCompiler))
                .map(lookup -> "not registered: " + lookup.describe());
    }

    /** Quarkus initialises classes while the executable is built, except those for which it is told otherwise. */
    private boolean happensDuringTheBuild(Lookup lookup) {
        return !lookup.initialiser().equals("-") && !sources.isInitialisedAtRunTime(lookup.initialiser());
    }

    /** What does not exist is not found on the JVM either. The JDK's own lookups are registered by the compiler. */
    private boolean exists(Lookup lookup) {
        return switch (lookup.kind()) {
            // The constants of enums are kept by the compiler.
            case "method" -> !lookup.name().endsWith("#values") && sources.contains(entry(lookup.type()));
            case "resource" -> !lookup.name().endsWith(".class") && sources.contains(lookup.name());
            case "definition" -> true;
            case "proxy" -> Arrays.stream(lookup.name().split(",")).anyMatch(this::isOrdinaryInterface);
            default -> sources.contains(entry(lookup.type()));
        };
    }

    /** Annotations are proxies too, which the compiler generates by itself. */
    private boolean isOrdinaryInterface(String type) {
        return sources.contains(entry(type))
                && !sources.parse(entry(type)).flags().has(AccessFlag.ANNOTATION);
    }

    /** The compiler follows constants in the method that calls {@code forName} or {@code getResource}. */
    private boolean isFoundByTheCompiler(Lookup lookup) {
        return sources.contains(entry(lookup.caller()))
                && NativeSources.hasConstant(sources.parse(entry(lookup.caller())), lookup.method(), lookup.name());
    }

    /** Random numbers that are drawn while the executable is built would be the same in all its processes. */
    Stream<String> frozenRandomness() {
        return sources.classes()
                .map(sources::parse)
                .filter(Coverage::drawsRandomnessWhenInitialised)
                .map(type -> type.thisClass().asInternalName().replace('/', '.'))
                .filter(type -> CARED_FOR.stream().noneMatch(type::startsWith))
                .filter(type -> !sources.isInitialisedAtRunTime(type))
                .map(type -> "random numbers in a static initialiser: " + type);
    }

    private static boolean drawsRandomnessWhenInitialised(ClassModel type) {
        return NativeSources.instructions(type, "<clinit>")
                .anyMatch(one -> one instanceof InvokeInstruction call
                        && (RANDOM.contains(call.owner().asInternalName())
                                || call.name().equalsString("randomUUID")));
    }

    private static String entry(String type) {
        return type.replace('.', '/') + ".class";
    }
}
