package io.gatehouse.bootstrap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Who may know whom. A rule that finds nothing to check fails: that is ArchUnit's default, and we keep it. */
@AnalyzeClasses(
        packages = "io.gatehouse",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

    /** The contracts that one module's tests lend to another's. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule the_domain_knows_only_java = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..gatehouse.domain..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule the_application_knows_only_the_domain = classes()
            .that()
            .resideInAPackage("..gatehouse.application..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..gatehouse.application..", "..gatehouse.domain..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule adapters_do_not_know_each_other = slices().matching(
                    "io.gatehouse.(rest|persistence|messaging|local)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule nobody_knows_bootstrap = noClasses()
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

    @ArchTest
    static final ArchRule resources_are_nobody_elses_business =
            classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule endpoints_are_public_or_they_quietly_answer_404 =
            methods().that().areMetaAnnotatedWith(HttpMethod.class).should().bePublic();

    @ArchTest
    static final ArchRule a_client_that_hangs_up_cancels_nothing_half_way =
            classes().that().areAnnotatedWith(Path.class).should().beAnnotatedWith(Cancellable.class);
}
