package io.gatehouse.bootstrap;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.gatehouse.application.request.RequestContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The permitted dependencies between packages. By ArchUnit's default, a rule that matches no class fails. */
@AnalyzeClasses(
        packages = "io.gatehouse",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

    /** Contract tests are packaged as test jars, which other modules' tests use. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule the_domain_depends_on_java_only = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..gatehouse.domain..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule the_application_depends_on_the_domain_only = classes()
            .that()
            .resideInAPackage("..gatehouse.application..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..gatehouse.application..", "..gatehouse.domain..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule adapters_do_not_depend_on_each_other = slices().matching(
                    "io.gatehouse.(rest|persistence|messaging|security)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule no_module_depends_on_bootstrap = noClasses()
            .that()
            .resideOutsideOfPackage("..bootstrap..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..bootstrap..");

    @ArchTest
    static final ArchRule axon_is_imported_in_one_package = noClasses()
            .that()
            .resideOutsideOfPackage("io.gatehouse.persistence.store")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework..");

    /** AWT takes memory and native libraries; ZXing's {@code javase} artifact is a way to it. */
    @ArchTest
    static final ArchRule no_code_needs_the_module_java_desktop = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.applet..",
                    "java.awt..",
                    "java.beans..",
                    "javax.accessibility..",
                    "javax.imageio..",
                    "javax.print..",
                    "javax.sound..",
                    "javax.swing..",
                    "com.google.zxing.client.j2se..");

    @ArchTest
    static final ArchRule resources_are_package_private =
            classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule endpoint_methods_are_public =
            methods().that().areMetaAnnotatedWith(HttpMethod.class).should().bePublic();

    @ArchTest
    static final ArchRule a_disconnecting_client_cancels_no_request =
            classes().that().areAnnotatedWith(Path.class).should().beAnnotatedWith(Cancellable.class);

    @ArchTest
    static final ArchRule domain_packages_are_free_of_cycles =
            slices().matching("io.gatehouse.(domain..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule application_packages_are_free_of_cycles =
            slices().matching("io.gatehouse.(application..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rest_packages_are_free_of_cycles =
            slices().matching("io.gatehouse.(rest..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule persistence_packages_are_free_of_cycles =
            slices().matching("io.gatehouse.(persistence..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule messaging_packages_are_free_of_cycles =
            slices().matching("io.gatehouse.(messaging..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule security_packages_are_free_of_cycles =
            slices().matching("io.gatehouse.(security..)").should().beFreeOfCycles();

    /** Housekeeping answers no request, so its use cases have neither command nor context. */
    @ArchTest
    static final ArchRule use_cases_handle_a_command_in_the_context_of_a_request = methods()
            .that()
            .haveName("handle")
            .and()
            .areDeclaredInClassesThat(
                    resideInAPackage("..gatehouse.application..").and(resideOutsideOfPackage("..housekeeping..")))
            .should(takeTheirCommandAndTheContext());

    private static ArchCondition<JavaMethod> takeTheirCommandAndTheContext() {
        return new ArchCondition<>("take the Command nested in their class, and the RequestContext") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var types = method.getRawParameterTypes().stream()
                        .map(JavaClass::getFullName)
                        .toList();
                var expected = List.of(method.getOwner().getFullName() + "$Command", RequestContext.class.getName());
                events.add(new SimpleConditionEvent(
                        method, types.equals(expected), method.getFullName() + " takes " + types));
            }
        };
    }

    /** Each layer may use the layers listed above it. Packages of one layer may use each other without cycles. */
    @ArchTest
    static final ArchRule capabilities_depend_in_one_direction = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("kernel")
            .definedBy(
                    "io.gatehouse.application",
                    "io.gatehouse.application.request..",
                    "io.gatehouse.application.project..",
                    "io.gatehouse.application.client..",
                    "io.gatehouse.application.inventory..",
                    "io.gatehouse.application.log..")
            .layer("delivery")
            .definedBy("io.gatehouse.application.message..")
            .layer("account")
            .definedBy("io.gatehouse.application.account..")
            .layer("users and sessions")
            .definedBy(
                    "io.gatehouse.application.signup..",
                    "io.gatehouse.application.session..",
                    "io.gatehouse.application.token..")
            .layer("use cases")
            .definedBy(
                    "io.gatehouse.application.signin..",
                    "io.gatehouse.application.password..",
                    "io.gatehouse.application.contact..",
                    "io.gatehouse.application.mfa..",
                    "io.gatehouse.application.target..")
            .layer("housekeeping")
            .definedBy("io.gatehouse.application.housekeeping..")
            .whereLayer("kernel")
            .mayNotAccessAnyLayer()
            .whereLayer("delivery")
            .mayOnlyAccessLayers("kernel")
            .whereLayer("account")
            .mayOnlyAccessLayers("kernel", "delivery")
            .whereLayer("users and sessions")
            .mayOnlyAccessLayers("kernel", "delivery", "account")
            .whereLayer("use cases")
            .mayOnlyAccessLayers("kernel", "delivery", "account", "users and sessions")
            .whereLayer("housekeeping")
            .mayNotBeAccessedByAnyLayer();
}
