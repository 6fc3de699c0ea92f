package dev.cortado.examples;

import dev.cortado.activation.Activation;
import dev.cortado.data.TensorDataset;
import dev.cortado.engine.Engine;
import dev.cortado.engine.Engines;
import dev.cortado.expression.Expression;
import dev.cortado.network.Network;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import dev.cortado.training.Training;
import java.util.List;
import java.util.Locale;

/// [Swish], an activation of one's own, found by its name and trained on both engines from the same start.
public final class CustomActivation {
    private static final Tensor POINTS = Tensor.of(Shape.of(4, 2), 0, 0,  0, 1,  1, 0,  1, 1);
    private static final Tensor XOR = Tensor.of(Shape.of(4, 1), 0, 1, 1, 0);

    /// Runs the example.
    public static void main(String[] args) {
        Plugins plugins = Plugins.load();
        Expression.Input x = Expression.input("x");
        Expression value = plugins.get(Activation.class, "swish").apply(x);
        System.out.printf("swish(x)  = %s%nswish'(x) = %s%n%n", value, value.derivative(x));
        Network first = train(plugins, "ojalgo");
        Network second = train(plugins, "vector");
        System.out.printf(Locale.ROOT, "%nThe weights differ by at most %.1e: the engines round differently, and that is all.%n",
                largestDifference(first, second));
    }

    private static Network train(Plugins plugins, String name) {
        Engine engine = Engines.choose(plugins, name);
        Network network = Network.input(2).plugins(plugins).layers("dense(8, swish)", "dense(1)")
                .loss("binary_cross_entropy").optimizer("adam(0.05)").build(1);
        var history = Training.of(network).data(TensorDataset.of(POINTS, XOR)).batchSize(4).epochs(300).seed(1).engine(engine).run();
        System.out.printf(Locale.ROOT, "%-7s loss %.4f, accuracy %.0f %% after %d epochs%n", name,
                history.getLast().training().loss(), 100 * history.getLast().training().accuracy(), history.size());
        return network;
    }

    private static float largestDifference(Network first, Network second) {
        float largest = 0;
        List<Parameter> others = second.parameters().list();
        int i = 0;
        for (Parameter parameter : first.parameters()) {
            float[] mine = parameter.value().data();
            float[] other = others.get(i++).value().data();
            for (int e = 0; e < mine.length; e++) {
                largest = Math.max(largest, Math.abs(mine[e] - other[e]));
            }
        }
        return largest;
    }
}
