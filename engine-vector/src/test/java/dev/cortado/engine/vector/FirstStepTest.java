package dev.cortado.engine.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What a new process does without until a network has learned for the first time: to load it would take a good part of that time.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FirstStepTest {
    private String log = "";

    @BeforeAll
    void trainInANewProcess() {
        log = Child.output(List.of("-Xlog:class+load"), FirstStep.class);
    }

    @Test
    void theNetworkLearns() {
        assertThat(log).contains("dev.cortado.engine.vector.product.PlainProduct source:").containsPattern("loss=\\d\\.\\d+");
    }

    /// Records that are compared or asked for a hash code: 12 ms.
    @Test
    void noRecordIsCompared() {
        assertThat(log).doesNotContain("java.lang.runtime.ObjectMethods ");
    }

    /// Switches by type: 5 ms, and 1.5 for each.
    @Test
    void nothingIsSwitchedByType() {
        assertThat(log).doesNotContain("java.lang.runtime.SwitchBootstraps ");
    }

    /// Vectors, which take a second to be compiled.
    @Test
    void nothingIsComputedWithVectors() {
        assertThat(log).doesNotContain("jdk.incubator.vector.FloatVector ");
    }

    /// Texts that are put together by method handles: 10 ms.
    @Test
    void noTextIsPutTogetherByMethodHandles() {
        assertThat(log).doesNotContain("java.lang.invoke.StringConcatFactory ");
    }
}
