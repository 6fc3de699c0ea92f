package dev.cortado.benchmarks.jmh;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Engines;
import dev.cortado.engine.Kernels;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// An engine at work, in its text form: `-p engine=vector(threads=2)`.
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets it up
public class Opened {
    @Param("vector(threads=1)")
    String engine;

    Plugins plugins;
    Engine chosen;
    Kernels kernels;

    /// Opens it.
    @Setup(Level.Trial)
    public void open() {
        plugins = Plugins.load();
        chosen = Engines.choose(plugins, engine);
        kernels = chosen.open();
    }

    /// Closes it.
    @TearDown(Level.Trial)
    public void close() {
        kernels.close();
    }

    static Tensor random(int... lengths) {
        Tensor tensor = Tensor.zeros(Shape.of(lengths));
        Randomness randomness = Randomness.seed(tensor.elements());
        for (int i = 0; i < tensor.elements(); i++) {
            tensor.data()[i] = (float) randomness.uniform(i, -1, 1);
        }
        return tensor;
    }
}
