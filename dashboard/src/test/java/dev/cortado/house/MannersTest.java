package dev.cortado.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.NullMarked;

/// What holds in every library module, whatever it does.
@AnalyzeClasses(packages = "dev.cortado", importOptions = DoNotIncludeTests.class)
class MannersTest {
    @ArchTest
    void everyLibraryModuleIsSeenFromHere(JavaClasses house) {
        assertThat(List.of("tensor", "engine.ojalgo", "engine.vector", "testkit", "datasets", "dashboard"))
            .allMatch(room -> house.containPackage("dev.cortado." + room));
    }

    @ArchTest
    void aNameSaysWhatAClassIs(JavaClasses house) {
        noClasses().should().haveSimpleName("Common")
            .orShould().haveNameMatching(".*[.$](Abstract|Common)[A-Z]\\w*")
            .orShould().haveNameMatching(".*(Utils?|Helpers?|Impl|Manager)")
            .check(house);
    }

    @ArchTest
    void everyPackageIsNullMarked(JavaClasses house) {
        classes().should(LIVE_IN_A_NULL_MARKED_PACKAGE).check(house);
    }

    @ArchTest
    void stateHasAnOwner(JavaClasses house) {
        fields().that().areStatic().should().beFinal()
            .because("state that belongs to nobody belongs to whoever came last")
            .check(house);
    }

    /// Judged by the declared type: `Map<…> NAMES = Map.of(…)` passes, `HashMap<…> names` does not. But the vector engine may
    /// keep the code it wrote: that belongs to the process, as what the JVM compiles from it does.
    @ArchTest
    void aConstantDoesNotChange(JavaClasses house) {
        noFields().that().areStatic().and().areDeclaredInClassesThat().resideOutsideOfPackage("dev.cortado.engine.vector..")
            .should().haveRawType(CAN_CHANGE)
            .check(house);
    }

    @ArchTest
    void nothingIsTiedToAThread(JavaClasses house) {
        noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class).check(house);
    }

    /// But the testkit, which is only there where tests run, says what it ran.
    @ArchTest
    void aLibraryDoesNotPrint(JavaClasses house) {
        noClasses().that().resideOutsideOfPackage("dev.cortado.testkit..").should(ACCESS_STANDARD_STREAMS)
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.lang.IO")
            .check(house);
    }

    private static final DescribedPredicate<JavaClass> CAN_CHANGE = describe("a class whose contents can change",
        type -> type.isAssignableTo(ConcurrentMap.class)
            || type.getPackageName().equals("java.util.concurrent.atomic")
            || (!type.isInterface() && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class))));

    private static final ArchCondition<JavaClass> LIVE_IN_A_NULL_MARKED_PACKAGE =
        new ArchCondition<>("live in a package whose package-info.java says @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getFullName() + " does not"));
            }
        };
}
