package dev.cortado.house;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dev.cortado.layer.Layer;

/// Arrows point one way. Each line names a room and what it may use; a new room is given its line here.
@AnalyzeClasses(packages = "dev.cortado", importOptions = DoNotIncludeTests.class)
class ArrowsTest {
    private static final String JACKSON = "com.fasterxml.jackson..";

    @ArchTest
    void arrowsPointOneWay(JavaClasses api) {
        rooms("tensor", "expression", "plugin", "data", "safetensors", "activation", "initializer", "schedule", "constraint",
                "engine", "layer", "loss", "optimizer", "network", "evaluation", "training", "classic")
            .whereLayer("tensor").mayNotAccessAnyLayer()
            .whereLayer("expression").mayNotAccessAnyLayer()
            .whereLayer("plugin").mayOnlyAccessLayers("tensor")
            .whereLayer("data").mayOnlyAccessLayers("tensor", "plugin")
            .whereLayer("safetensors").mayOnlyAccessLayers("tensor")
            .whereLayer("activation").mayOnlyAccessLayers("tensor", "expression", "plugin")
            .whereLayer("initializer").mayOnlyAccessLayers("tensor", "plugin")
            .whereLayer("schedule").mayOnlyAccessLayers("plugin")
            .whereLayer("constraint").mayOnlyAccessLayers("tensor", "plugin", "engine")
            .whereLayer("engine").mayOnlyAccessLayers("tensor", "expression", "plugin", "activation")
            .whereLayer("layer").mayOnlyAccessLayers("tensor", "expression", "plugin", "activation", "initializer",
                "engine")
            .whereLayer("loss").mayOnlyAccessLayers("tensor", "expression", "plugin", "activation", "engine")
            .whereLayer("optimizer").mayOnlyAccessLayers("tensor", "expression", "plugin", "schedule", "engine")
            .whereLayer("network").mayOnlyAccessLayers("tensor", "expression", "plugin", "activation", "initializer",
                "schedule", "engine", "layer", "loss", "optimizer", "safetensors")
            .check(api);
    }

    /// Also between the rooms above the network: evaluation, training, classic.
    @ArchTest
    void noArrowLeadsBack(JavaClasses api) {
        slices().matching("dev.cortado.(*)..").should().beFreeOfCycles().check(api);
    }

    /// What two layers share belongs below them, not in one of them.
    @ArchTest
    void layersNeverKnowTheirNeighbours(JavaClasses api) {
        classes().that().implement(Layer.class).should(KNOW_NO_OTHER_LAYER).check(api);
    }

    /// Everything else on the class path is a guest, and api has one.
    @ArchTest
    void apiBringsNothingButJackson(JavaClasses api) {
        classes().should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.cortado..", "org.jspecify.annotations..", JACKSON)
            .check(api);
    }

    @ArchTest
    void jacksonStaysInTheJsonRooms(JavaClasses api) {
        noClasses().that().resideOutsideOfPackages("dev.cortado.plugin..", "dev.cortado.network..", "dev.cortado.safetensors..")
            .should().dependOnClassesThat().resideInAnyPackage(JACKSON)
            .check(api);
    }

    private static LayeredArchitecture rooms(String... names) {
        var house = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String name : names) {
            house = house.layer(name).definedBy("dev.cortado." + name + "..");
        }
        return house.ensureAllClassesAreContainedInArchitecture();
    }

    private static final ArchCondition<JavaClass> KNOW_NO_OTHER_LAYER = new ArchCondition<>("know no other layer") {
        @Override
        public void check(JavaClass layer, ConditionEvents events) {
            for (Dependency dependency : layer.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                boolean isLayer = target.isAssignableTo(Layer.class) && !target.isInterface();
                if (isLayer && !target.equals(layer)) {
                    events.add(violated(dependency, dependency.getDescription()));
                }
            }
        }
    };
}
