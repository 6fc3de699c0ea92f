package dev.cortado.engine.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a new process does without until a network has learned for the first time, since to load it would take a good part of that time: the methods of records, which
/// the JVM writes when the first is compared or asked for its hash code (12 ms); switches by type (5 ms, and 1.5 for each); texts put together by method handles (10 ms); and vectors,
/// which take a second to be compiled.
final class FirstStepTest {
    @ParameterizedTest
    @ValueSource(strings = {"java", "text"})
    void doesWithoutWhatTakesTime(String made) {
        String log = Child.output(List.of("-Xlog:class+load"), FirstStep.class, made);
        assertThat(log).containsPattern("loss=\\d\\.\\d+").contains("dev.cortado.engine.vector.product.PlainProduct source:")
            .doesNotContain("java.lang.runtime.ObjectMethods ")
            .doesNotContain("java.lang.runtime.SwitchBootstraps ")
            .doesNotContain("java.lang.invoke.StringConcatFactory ")
            .doesNotContain("jdk.incubator.vector.FloatVector ");
    }
}
