package io.gatehouse.rest;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.gatehouse.rest.endpoint.AliasOf;
import io.gatehouse.rest.endpoint.Endpoint;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.server.Cancellable;

@AnalyzeClasses(packages = "io.gatehouse.rest", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule every_resource_method_is_an_endpoint_or_an_alias = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .and()
            .arePublic()
            .should()
            .beAnnotatedWith(Endpoint.class)
            .orShould()
            .beAnnotatedWith(AliasOf.class);

    /** A package-private endpoint method would answer 404 without any error at build time. */
    @ArchTest
    static final ArchRule every_endpoint_is_a_public_method_of_a_resource = methods()
            .that()
            .areAnnotatedWith(Endpoint.class)
            .or()
            .areAnnotatedWith(AliasOf.class)
            .should()
            .bePublic()
            .andShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(Path.class);

    @ArchTest
    static final ArchRule resources_are_package_private_on_virtual_threads_and_not_cancellable = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .beAnnotatedWith(RunOnVirtualThread.class)
            .andShould()
            .beAnnotatedWith(notCancellable());

    /** With a longer path, unknown routes would bypass the gate, and aliases in other classes would answer 404. */
    @ArchTest
    static final ArchRule resources_of_the_api_share_one_path = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .beAnnotatedWith(pathThat("is /v1, or elsewhere", path -> path.equals("/v1") || !path.startsWith("/v1")));

    @ArchTest
    static final ArchRule features_use_only_response_bodies_of_each_other = slices().matching(
                    "io.gatehouse.rest.(account|contact|log|mfa|password|session|signin|target|token)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), JavaClass.Predicates.simpleNameEndingWith("Body"));

    private static DescribedPredicate<JavaAnnotation<?>> pathThat(String description, Predicate<String> rule) {
        return DescribedPredicate.describe(
                "a path that " + description,
                annotation -> annotation.getRawType().isEquivalentTo(Path.class)
                        && annotation
                                .get("value")
                                .map(Object::toString)
                                .filter(rule)
                                .isPresent());
    }

    private static DescribedPredicate<JavaAnnotation<?>> notCancellable() {
        return DescribedPredicate.describe(
                "@Cancellable(false)",
                annotation -> annotation.getRawType().isEquivalentTo(Cancellable.class)
                        && annotation.get("value").filter(Boolean.FALSE::equals).isPresent());
    }
}
