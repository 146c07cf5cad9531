package io.gatehouse.nativecheck;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder that Quarkus prepares for the native compiler: jars, their configuration files, and arguments. */
final class NativeSources {

    private static final String CONFIGURATION = "META-INF/native-image/";
    private static final String SERVICES = "META-INF/services/";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern AT_RUN_TIME = Pattern.compile("--initialize-at-run-time=(\\S+)");

    private final Map<String, JarFile> entries = new HashMap<>();
    private final Set<String> providers = new HashSet<>();
    private final boolean servicesAreRegistered;
    private final Metadata metadata = new Metadata();
    private final Set<String> initialisedAtRunTime = new HashSet<>();

    NativeSources(Path folder) throws IOException {
        var arguments = Files.readString(folder.resolve("native-image.args"));
        readInitialisation(arguments);
        servicesAreRegistered = !arguments.contains("-H:-UseServiceLoaderFeature");
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                readJar(new JarFile(file.toFile()));
            }
        }
        initialisedAtRunTime.addAll(strings(parse("io/quarkus/runner/Feature.class")));
        // Named there as the class that the executable starts.
        initialisedAtRunTime.remove("io.quarkus.runner.ApplicationImpl");
    }

    Metadata metadata() {
        return metadata;
    }

    boolean contains(String entry) {
        return entries.containsKey(entry);
    }

    /** All classes, as paths. */
    Stream<String> classes() {
        return entries.keySet().stream().filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"));
    }

    /** Whether the class or its package is initialised when the executable runs, not while it is built. */
    boolean isInitialisedAtRunTime(String type) {
        return initialisedAtRunTime.stream()
                .anyMatch(name -> type.equals(name) || type.startsWith(name + ".") || type.startsWith(name + "$"));
    }

    /** @param entry the path of a class that is contained */
    ClassModel parse(String entry) {
        return ClassFile.of().parse(bytes(entry));
    }

    private void readJar(JarFile jar) {
        jar.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
            entries.putIfAbsent(entry.getName(), jar);
            if (entry.getName().startsWith(CONFIGURATION)) {
                readConfiguration(jar, entry);
            } else if (entry.getName().startsWith(SERVICES)) {
                text(jar, entry)
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .forEach(providers::add);
            }
        });
    }

    private void readConfiguration(JarFile jar, JarEntry entry) {
        try {
            if (entry.getName().endsWith("reflect-config.json")) {
                metadata.addReflection(JSON.readTree(text(jar, entry)));
            } else if (entry.getName().endsWith("resource-config.json")) {
                metadata.addResources(JSON.readTree(text(jar, entry)));
            } else if (entry.getName().endsWith("native-image.properties")) {
                readInitialisation(text(jar, entry).replaceAll("\\\\\\s*\\n\\s*", ""));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(JarFile jar, JarEntry entry) {
        try (var content = jar.getInputStream(entry)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether the compiler registers this by itself, because {@code ServiceLoader} finds it. */
    boolean isService(Lookup lookup) {
        return servicesAreRegistered && (lookup.name().startsWith(SERVICES) || providers.contains(lookup.type()));
    }

    private void readInitialisation(String arguments) {
        AT_RUN_TIME
                .matcher(arguments)
                .results()
                .forEach(match ->
                        initialisedAtRunTime.addAll(List.of(match.group(1).split(","))));
    }

    private byte[] bytes(String entry) {
        var jar = entries.get(entry);
        if (jar == null) {
            throw new IllegalArgumentException("the native sources do not contain " + entry);
        }
        try (var content = jar.getInputStream(jar.getJarEntry(entry))) {
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The string constants of a class. */
    static List<String> strings(ClassModel type) {
        var strings = new ArrayList<String>();
        type.constantPool().forEach(entry -> {
            if (entry instanceof StringEntry string) {
                strings.add(string.stringValue());
            }
        });
        return strings;
    }

    static Stream<Instruction> instructions(ClassModel type, String method) {
        return type.methods().stream()
                .filter(candidate -> candidate.methodName().equalsString(method))
                .flatMap(candidate -> candidate.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(Instruction.class::isInstance)
                .map(Instruction.class::cast);
    }

    static boolean hasConstant(ClassModel type, String method, String constant) {
        return instructions(type, method)
                .anyMatch(one -> one instanceof ConstantInstruction loaded
                        && loaded.constantValue().equals(constant));
    }
}
