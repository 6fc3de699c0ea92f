package dev.cortado.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

/// What the data sets may use.
@AnalyzeClasses(packages = "dev.cortado.datasets", importOptions = DoNotIncludeTests.class)
class ArrowsTest {
    @ArchTest
    void aDataSetKnowsNoNetworkAndNoEngine(JavaClasses datasets) {
        classes().should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations..",
                "dev.cortado.tensor", "dev.cortado.plugin", "dev.cortado.data", "dev.cortado.datasets")
            .check(datasets);
    }
}
