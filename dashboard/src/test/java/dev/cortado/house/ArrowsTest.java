package dev.cortado.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The rooms of the dashboard: a race knows nobody who shows it, and each guest stays in the room it was invited to.
@AnalyzeClasses(packages = "dev.cortado.dashboard", importOptions = DoNotIncludeTests.class)
class ArrowsTest {
    @ArchTest
    void arrowsPointOneWay(JavaClasses dashboard) {
        layeredArchitecture().consideringOnlyDependenciesInLayers().ensureAllClassesAreContainedInArchitecture()
            .layer("race").definedBy("dev.cortado.dashboard.race..")
            .layer("stream").definedBy("dev.cortado.dashboard.stream..")
            .layer("json").definedBy("dev.cortado.dashboard.json..")
            .layer("metrics").definedBy("dev.cortado.dashboard.metrics..")
            .layer("terminal").definedBy("dev.cortado.dashboard.terminal..")
            .layer("web").definedBy("dev.cortado.dashboard.web..")
            .layer("main").definedBy("dev.cortado.dashboard")
            .whereLayer("race").mayNotAccessAnyLayer()
            .whereLayer("stream").mayNotAccessAnyLayer()
            .whereLayer("json").mayNotAccessAnyLayer()
            .whereLayer("metrics").mayNotAccessAnyLayer()
            .whereLayer("terminal").mayOnlyAccessLayers("race", "json")
            .whereLayer("web").mayOnlyAccessLayers("race", "json", "metrics", "stream")
            .check(dashboard);
    }

    /// Engines and data sets come from the class path, by name: as a library the dashboard brings neither.
    @ArchTest
    void enginesAndDataSetsAreAskedForByName(JavaClasses dashboard) {
        noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("dev.cortado.engine.ojalgo..", "dev.cortado.engine.vector..", "dev.cortado.datasets..")
            .check(dashboard);
    }

    @ArchTest
    void theServerStaysInTheWeb(JavaClasses dashboard) {
        guest("web", "io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..").check(dashboard);
    }

    @ArchTest
    void jacksonStaysInTheJsonRooms(JavaClasses dashboard) {
        noClasses().that().resideOutsideOfPackages("dev.cortado.dashboard.json..", "dev.cortado.dashboard.web..")
            .should().dependOnClassesThat().resideInAnyPackage("com.fasterxml.jackson..")
            .check(dashboard);
    }

    @ArchTest
    void micrometerStaysInTheMetrics(JavaClasses dashboard) {
        guest("metrics", "io.micrometer..", "io.prometheus..").check(dashboard);
    }

    @ArchTest
    void theProgressBarStaysInTheTerminal(JavaClasses dashboard) {
        guest("terminal", "me.tongfei..").check(dashboard);
    }

    private static ArchRule guest(String room, String... packages) {
        return noClasses().that().resideOutsideOfPackage("dev.cortado.dashboard." + room + "..")
            .should().dependOnClassesThat().resideInAnyPackage(packages);
    }
}
