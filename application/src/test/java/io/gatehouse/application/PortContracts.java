package io.gatehouse.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import com.tngtech.archunit.core.importer.Location;
import io.gatehouse.application.message.MessageSender;
import io.gatehouse.application.project.Projects;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/**
 * The rule that every port has a contract, and that every implementation runs it.
 *
 * <p>A port is a public interface of the application that is not sealed. Its contract is the test class named after it
 * in its package: {@code RateLimitsContract} for {@code RateLimits}. An implementation is any class, or in tests any
 * top-level class, that implements a port; lambdas are not found. It runs the contract if a test of its module extends
 * the contract directly and refers to the implementation, itself or in a class around it.
 */
public final class PortContracts {

    private static final String APPLICATION = PortContracts.class.getPackageName();

    /** Ports that need no contract, and why. */
    private static final Map<Class<?>, String> PORTS_WITHOUT_CONTRACT = Map.of(
            MessageSender.class, "each sender is tested against a server that speaks its protocol",
            EventListener.class, "a callback: the event store that calls it keeps its promises",
            Projects.class, "a list read from the configuration",
            Streams.class, "tested by the contract of the event store, which hands it out");

    private final JavaClasses classes;
    private final String module;
    private final Map<Class<?>, String> exempt;

    private PortContracts(String module, Map<Class<?>, String> exempt) {
        this.classes = ArchConfiguration.withThreadLocalScope(configuration -> {
            // No other class implements a port; looking for superclasses in libraries takes seconds.
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().importPackages(APPLICATION, module);
        });
        this.module = module;
        this.exempt = exempt;
    }

    /** @param test in the root package of the module to check */
    public static PortContracts of(Class<?> test) {
        return of(test, Map.of());
    }

    /**
     * @param test in the root package of the module to check
     * @param exempt implementations that run no contract, and why
     */
    public static PortContracts of(Class<?> test, Map<Class<?>, String> exempt) {
        return new PortContracts(test.getPackageName(), exempt);
    }

    /** @throws AssertionError if a port has no contract, or is listed as one that needs none although it has one */
    public void requireContracts() {
        var withoutContract = ports().filter(port -> !hasContract(port)).toList();
        assertThat(withoutContract.stream()
                        .filter(port -> !isIn(PORTS_WITHOUT_CONTRACT.keySet(), port))
                        .map(port -> port.getName() + " needs a test class " + contractOf(port)))
                .as("ports without a contract")
                .isEmpty();
        assertThat(PORTS_WITHOUT_CONTRACT.keySet())
                .as("ports that need no contract")
                .allMatch(listed -> withoutContract.stream().anyMatch(port -> port.isEquivalentTo(listed)));
    }

    /** @throws AssertionError if an implementation in the module runs no contract, or is exempt although it runs one */
    public void requireRuns() {
        var missing = ports().filter(port -> !isIn(PORTS_WITHOUT_CONTRACT.keySet(), port))
                .flatMap(this::missingRuns)
                .toList();
        assertThat(missing.stream()
                        .filter(run -> !isIn(exempt.keySet(), run.implementation()))
                        .map(run -> run.implementation().getName() + " needs a test that extends "
                                + contractOf(run.port())))
                .as("implementations that do not run the contract of their port")
                .isEmpty();
        assertThat(exempt.keySet()).as("implementations that run no contract").allMatch(listed -> missing.stream()
                .anyMatch(run -> run.implementation().isEquivalentTo(listed)));
    }

    private record Run(JavaClass implementation, JavaClass port) {}

    private Stream<Run> missingRuns(JavaClass port) {
        return inModule()
                .filter(type -> isImplementation(type, port))
                .filter(implementation -> inModule().noneMatch(test -> isRun(test, port, implementation)))
                .map(implementation -> new Run(implementation, port));
    }

    private Stream<JavaClass> inModule() {
        return classes.stream().filter(type -> (type.getPackageName() + ".").startsWith(module + "."));
    }

    /** @throws IllegalStateException if there is none, for then this rule would check nothing */
    private Stream<JavaClass> ports() {
        var ports = classes.stream().filter(PortContracts::isPort).toList();
        if (ports.isEmpty()) {
            throw new IllegalStateException("no port is on the class path");
        }
        return ports.stream();
    }

    private boolean hasContract(JavaClass port) {
        return classes.contain(contractOf(port));
    }

    private static String contractOf(JavaClass port) {
        return port.getPackageName() + "." + port.getSimpleName() + "Contract";
    }

    private static boolean isPort(JavaClass type) {
        return type.getPackageName().startsWith(APPLICATION)
                && isMain(type)
                && type.isInterface()
                && !type.isAnnotation()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.reflect().isSealed();
    }

    private static boolean isImplementation(JavaClass type, JavaClass port) {
        return type.isAssignableTo(port.getName())
                && !type.isInterface()
                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                && (isMain(type) || type.isTopLevelClass());
    }

    private static boolean isRun(JavaClass test, JavaClass port, JavaClass implementation) {
        return test.getRawSuperclass()
                        .filter(parent -> parent.getName().equals(contractOf(port)))
                        .isPresent()
                && isExecuted(test)
                && refersTo(test, implementation);
    }

    /** @return whether it is run: Surefire selects top-level classes by this name, and JUnit those nested in them */
    private static boolean isExecuted(JavaClass test) {
        return !test.getModifiers().contains(JavaModifier.ABSTRACT)
                && test.getEnclosingClass()
                        .map(around -> test.isAnnotatedWith(Nested.class) && isExecuted(around))
                        .orElse(test.getSimpleName().endsWith("Test"));
    }

    private static boolean refersTo(JavaClass test, JavaClass implementation) {
        return test.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency.getTargetClass().equals(implementation))
                || test.getEnclosingClass()
                        .filter(around -> refersTo(around, implementation))
                        .isPresent();
    }

    private static boolean isMain(JavaClass type) {
        return type.getSource()
                .map(source -> Location.of(source.getUri()))
                .filter(Predefined.DO_NOT_INCLUDE_TESTS::includes)
                .filter(location -> !location.contains("-tests.jar"))
                .isPresent();
    }

    private static boolean isIn(Set<Class<?>> listed, JavaClass type) {
        return listed.stream().anyMatch(type::isEquivalentTo);
    }
}
