package dev.cortado.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import dev.cortado.engine.Engine;

/// What the engine on the Vector API may use.
@AnalyzeClasses(packages = "dev.cortado.engine.vector", importOptions = DoNotIncludeTests.class)
class ArrowsTest {
    /// No layer, no network, no training: an engine computes and does not ask for whom.
    @ArchTest
    void anEngineKnowsTensorsAndFormulas(JavaClasses engine) {
        classes().should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations..", "jdk.incubator.vector..",
                "dev.cortado.tensor", "dev.cortado.expression", "dev.cortado.plugin", "dev.cortado.activation",
                "dev.cortado.engine", "dev.cortado.engine.vector..")
            .check(engine);
    }

    /// Loaded where the module is missing, it must still be able to say so.
    @ArchTest
    void whoeverReportsTheMissingModuleDoesNotNeedIt(JavaClasses engine) {
        noClasses().that().implement(Engine.class)
            .should().dependOnClassesThat().resideInAPackage("jdk.incubator.vector..")
            .check(engine);
    }
}
