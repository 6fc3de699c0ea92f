package dev.cortado.testkit;

import dev.cortado.optimizer.Adadelta;
import dev.cortado.optimizer.Adagrad;
import dev.cortado.optimizer.Adam;
import dev.cortado.optimizer.AdamW;
import dev.cortado.optimizer.Adamax;
import dev.cortado.optimizer.Lion;
import dev.cortado.optimizer.Nadam;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.optimizer.RmsProp;
import dev.cortado.optimizer.Sgd;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// Every optimizer of the api, with its defaults and some with other settings.
@ParameterizedClass
@MethodSource("all")
record StandardOptimizersTest(Optimizer optimizer) implements OptimizerContract {
    /// Those that correct their means in the first steps.
    private static final Set<String> CORRECTING = Set.of("adam", "adamw", "nadam", "adamax");

    static Stream<Optimizer> all() {
        return Stream.concat(Standard.all(Optimizer.class), Stream.of(
                new Sgd(0.05, 0.9), new Sgd(0.05, 0.9, true, 0.01), new Adam(0.01, 0.8, 0.95, 1e-6, true, 0.01),
                new AdamW(0.01, 0.8, 0.95, 1e-6, 0.05, true), new Nadam(0.01, 0.8, 0.95, 1e-6, 0.01, 0.01),
                new Adamax(0.01, 0.8, 0.95, 1e-6, 0.01), new RmsProp(0.01, 0.9, 1e-8, 0.5, true, 0.01),
                new Adagrad(0.1, 1e-10, 0, 0.1, 0.01), new Adadelta(1, 0.9, 1e-6, 0.01), new Lion(0.01, 0.9, 0.99, 0.1)));
    }

    @Override
    public boolean dependsOnTheStep() {
        return CORRECTING.contains(optimizer.name());
    }
}
