package dev.cortado.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

/// What the engine on ojAlgo may use.
@AnalyzeClasses(packages = "dev.cortado.engine.ojalgo", importOptions = DoNotIncludeTests.class)
class ArrowsTest {
    /// No layer, no network, no training: an engine computes and does not ask for whom.
    @ArchTest
    void anEngineKnowsTensorsAndFormulas(JavaClasses engine) {
        classes().should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations..", "org.ojalgo..",
                "dev.cortado.tensor", "dev.cortado.expression", "dev.cortado.plugin", "dev.cortado.activation",
                "dev.cortado.engine", "dev.cortado.engine.ojalgo..")
            .check(engine);
    }
}
