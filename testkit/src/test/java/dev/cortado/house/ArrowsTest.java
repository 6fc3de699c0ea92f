package dev.cortado.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

/// What the test kit may use.
@AnalyzeClasses(packages = "dev.cortado.testkit", importOptions = DoNotIncludeTests.class)
class ArrowsTest {
    /// An author of plug-ins gets the api, and what tests are written with.
    @ArchTest
    void theKitKnowsTheApiAlone(JavaClasses kit) {
        classes().should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations..", "org.junit.jupiter.api..", "org.assertj..", "org.opentest4j..",
                "com.fasterxml.jackson..", "dev.cortado.testkit..", "dev.cortado.tensor", "dev.cortado.expression",
                "dev.cortado.plugin", "dev.cortado.data", "dev.cortado.activation", "dev.cortado.initializer",
                "dev.cortado.engine", "dev.cortado.layer", "dev.cortado.loss", "dev.cortado.optimizer",
                "dev.cortado.schedule", "dev.cortado.constraint", "dev.cortado.network", "dev.cortado.training",
                "dev.cortado.classic")
            .check(kit);
    }

    @ArchTest
    void noArrowLeadsBack(JavaClasses kit) {
        slices().matching("dev.cortado.testkit.(**)").should().beFreeOfCycles().check(kit);
    }
}
