package dev.cortado.testkit;

import dev.cortado.activation.Activation;
import dev.cortado.data.DatasetProvider;
import dev.cortado.engine.Engine;
import dev.cortado.initializer.Initializer;
import dev.cortado.layer.Layer;
import dev.cortado.loss.Loss;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.plugin.Plugin;
import dev.cortado.schedule.Schedule;
import dev.cortado.tensor.Shape;
import java.util.List;
import java.util.Optional;

/// The contract of a plug-in's kind, signed for it. A kind without one of its own has that of all plug-ins.
sealed interface Signature {
    /// Samples that a layer may take: rows, images, words in a row.
    List<Shape> SAMPLES = List.of(Shape.of(6), Shape.of(2, 6, 6), Shape.of(3, 4), Shape.of(1, 28, 28));

    /// Signs.
    static Signature of(Plugin plugin) {
        return switch (plugin) {
            case Activation activation -> new OfActivation(activation);
            case Layer layer -> new OfLayer(layer, sample(layer).orElse(SAMPLES.getFirst()));
            case Loss loss -> new OfLoss(loss);
            case Optimizer optimizer -> new OfOptimizer(optimizer);
            case Schedule schedule -> new OfSchedule(schedule);
            case Initializer initializer -> new OfInitializer(initializer);
            case DatasetProvider provider -> new OfDataset(provider);
            case Engine engine -> new OfEngine(engine);
            default -> new OfAny(plugin);
        };
    }

    /// A sample that a layer takes, if it takes one of these.
    static Optional<Shape> sample(Layer layer) {
        return SAMPLES.stream().filter(sample -> takes(layer, sample)).findFirst();
    }

    private static boolean takes(Layer layer, Shape sample) {
        try {
            return layer.outputShape(sample).elements() > 0;
        } catch (RuntimeException _) {
            return false;
        }
    }

    /// Of an activation.
    record OfActivation(Activation activation) implements Signature, ActivationContract { }

    /// Of a layer.
    record OfLayer(Layer layer, Shape sample) implements Signature, LayerContract { }

    /// Of a loss.
    record OfLoss(Loss loss) implements Signature, LossContract { }

    /// Of an optimizer; whether the step matters to it only its author can say.
    record OfOptimizer(Optimizer optimizer) implements Signature, OptimizerContract {
        @Override
        public void theStepMattersAsItSays() {
        }
    }

    /// Of a schedule.
    record OfSchedule(Schedule schedule) implements Signature, ScheduleContract { }

    /// Of an initializer.
    record OfInitializer(Initializer initializer) implements Signature, InitializerContract { }

    /// Of a data set.
    record OfDataset(DatasetProvider provider) implements Signature, DatasetContract { }

    /// Of an engine.
    record OfEngine(Engine engine) implements Signature, EngineContract { }

    /// Of any other plug-in.
    record OfAny(Plugin plugin) implements Signature, FormContract { }
}
