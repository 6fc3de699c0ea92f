package dev.cortado.testkit;

import dev.cortado.activation.Activation;
import dev.cortado.engine.Ops;
import dev.cortado.engine.Plain;
import dev.cortado.loss.Loss;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.plugin.Plugin;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import java.util.function.BiConsumer;

/// The plug-ins on the class path by which an engine can be judged: those that `plain` can run. What breaks even there breaks
/// its own contract, and says nothing of an engine.
final class Sound {
    private static final Shape BATCH = Shape.of(2, 3);

    private Sound() {
    }

    static List<Activation> activations() {
        return all(Activation.class, (activation, plain) -> {
            Tensor x = Sample.uniform(BATCH, 1, -2, 2);
            plain.activateBackward(activation, x, plain.activate(activation, x), ActivationRun.ones(BATCH));
        });
    }

    static List<Loss> losses() {
        return all(Loss.class, (loss, plain) ->
                LossRun.of(loss, plain, Sample.uniform(BATCH, 1, -2, 2), Targets.of(loss, BATCH, 2), null));
    }

    static List<Optimizer> optimizers() {
        return all(Optimizer.class, (optimizer, plain) -> new OptimizerRun(optimizer, plain).steps(1, 1));
    }

    private static <P extends Plugin> List<P> all(Class<P> kind, BiConsumer<P, Ops> trial) {
        try (Ops plain = Ops.open(new Plain())) {
            List<P> sound = Plugins.load().all(kind).stream().filter(each -> works(() -> trial.accept(each, plain))).toList();
            if (sound.isEmpty()) {
                throw new AssertionError("Of the plug-ins of kind %s, 'plain' can run none: there is nothing to judge an engine by".formatted(kind.getSimpleName()));
            }
            return sound;
        }
    }

    private static boolean works(Runnable trial) {
        try {
            trial.run();
            return true;
        } catch (RuntimeException | LinkageError | StackOverflowError _) {
            return false;
        }
    }
}
