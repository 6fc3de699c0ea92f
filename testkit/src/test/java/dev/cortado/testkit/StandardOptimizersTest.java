package dev.cortado.testkit;

import dev.cortado.optimizer.Adam;
import dev.cortado.optimizer.Optimizer;
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
    private static final Set<String> CORRECTING = Set.of("adam");

    static Stream<Optimizer> all() {
        return Stream.concat(Standard.all(Optimizer.class), Stream.of(
                new Sgd(0.05, 0.9), new Sgd(0.05, 0.9, true, 0.01), new Adam(0.01, 0.8, 0.95, 1e-6, true, 0.01)));
    }

    @Override
    public boolean dependsOnTheStep() {
        return CORRECTING.contains(optimizer.name());
    }
}
