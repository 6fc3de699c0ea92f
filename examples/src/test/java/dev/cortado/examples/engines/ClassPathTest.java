package dev.cortado.examples.engines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.data.TensorDataset;
import dev.cortado.engine.Engine;
import dev.cortado.engine.Engines;
import dev.cortado.examples.Child;
import dev.cortado.network.Network;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import dev.cortado.training.Training;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which engine trains is decided by what is on the class path.
class ClassPathTest {
    private static final String VECTOR = "engine-vector";
    private static final String OJALGO = "engine-ojalgo";

    @Test
    void withBothEnginesTheVectorApiTrains() throws Exception {
        assertThat(child(Child.VECTOR_API).output()).contains("trained on vector");
    }

    @Test
    void withoutTheVectorJarOjalgoTrains() throws Exception {
        assertThat(child(Child.VECTOR_API, VECTOR).output()).contains("trained on ojalgo");
    }

    @Test
    void withoutTheOjalgoJarTheVectorApiTrains() throws Exception {
        assertThat(child(Child.VECTOR_API, OJALGO, "ojalgo").output()).contains("trained on vector");
    }

    @Test
    void withNeitherTheSimpleLoopsTrain() throws Exception {
        assertThat(child(List.of(), VECTOR, OJALGO, "ojalgo").output()).contains("trained on plain");
    }

    @Test
    void withoutItsFlagTheVectorApiIsSkippedAndTheFlagIsNamed() throws Exception {
        assertThat(child(List.of()).output())
                .contains("--add-modules jdk.incubator.vector").contains("trained on ojalgo");
    }

    @Test
    void aPropertyOverridesThePriority() throws Exception {
        List<String> flags = new ArrayList<>(Child.VECTOR_API);
        flags.add("-Dcortado.engine=plain");
        assertThat(child(flags).output()).contains("trained on plain");
    }

    @Test
    void askingForAnEngineThatCannotRunSaysWhatWouldHelp() throws Exception {
        Child child = run(List.of("-Dcortado.engine=vector"));
        assertThat(child.exitCode()).isNotZero();
        assertThat(child.output()).contains("vector").contains("--add-modules jdk.incubator.vector");
    }

    @Test
    void askingForAnEngineThatIsNotThereListsThoseThatAre() throws Exception {
        Child child = run(List.of("-Dcortado.engine=vectro"));
        assertThat(child.exitCode()).isNotZero();
        assertThat(child.output()).contains("vectro").contains("vector").contains("ojalgo").contains("plain");
    }

    private static Child child(List<String> flags, String... removed) throws Exception {
        Child child = run(flags, removed);
        assertThat(child.exitCode()).as(child.output()).isZero();
        return child;
    }

    /// Class path entries are known by their folder or file: `…/engine-vector/target/classes`, `ojalgo-57.1.0.jar`.
    private static Child run(List<String> flags, String... removed) throws Exception {
        String classPath = Child.classPath(entry -> List.of(removed).stream().noneMatch(part ->
                entry.contains("/" + part + "/target/") || entry.contains("/cortado-" + part + "-") || entry.contains("/" + part + "-")));
        return Child.run(flags, classPath, ClassPathTest.class);
    }

    /// Trains a little and says on what.
    public static void main(String[] args) {
        Engine engine = Engines.choose(Plugins.load());
        Network network = Network.input(2).layers("dense(4, tanh)", "dense(1)").optimizer("sgd(0.1)").build(1);
        TensorDataset samples = TensorDataset.of(Tensor.of(Shape.of(2, 2), 0, 1, 1, 0), Tensor.of(Shape.of(2, 1), 1, 0));
        var history = Training.of(network).data(samples).epochs(20).run();
        if (history.getLast().training().loss() >= history.getFirst().training().loss()) {
            throw new IllegalStateException("The loss has not fallen");
        }
        System.out.println("trained on " + engine.name());
    }
}
