package dev.cortado.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cortado.engine.Ops;
import dev.cortado.engine.Plain;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs of 3 and 60 steps with settings that the reference cases leave out, as PyTorch takes them in float64.
class OptimizersTest {
    private final Parameter parameter =
            new Parameter("weight", Parameter.Role.WEIGHT, Tensor.of(Shape.of(3), 1, -0.5, 0.25));

    private void run(String text, int steps) {
        Optimizer optimizer = Plugins.load().get(Optimizer.class, text);
        try (Ops ops = Ops.openPoisoned(new Plain())) {
            Optimizer.Stepper stepper = optimizer.start(Parameters.of(List.of(parameter)), ops);
            for (int t = 0; t < steps; t++) {
                parameter.gradient().set(Tensor.of(Shape.of(3), (t % 2 == 0 ? 0.75 : -0.25), 0.125 * (t % 3),
                        -0.75 + 0.0625 * (t % 5)));
                stepper.step(t + 1, optimizer.learningRate());
                ops.reset();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sgd(0.1, 0.9, dampening=0.5) | 3 | 0.783 | -0.524375 | 0.5498125
        sgd(0.1, 0.9, dampening=0.5) | 60 | -5.869556 | -3.6491444 | 16.625756
        sgd(0.05, 0.9, true, 0.1) | 60 | -2.5669516 | -1.2733251 | 6.3843563
        adagrad(0.1, learning_rate_decay=0.1, initial_accumulator=0.2) | 3 | 0.88607261 | -0.56397569 | 0.43297406
        adagrad(0.1, learning_rate_decay=0.1, initial_accumulator=0.2) | 60 | 0.72591796 | -0.81529512 | 0.83743185
        adagrad(0.1, weight_decay=0.1) | 60 | 0.28850601 | -1.0024586 | 1.5475919
        nadam(weight_decay=0.01) | 3 | 0.99680089 | -0.50206085 | 0.25493751
        nadam(weight_decay=0.01) | 60 | 0.94866891 | -0.58509613 | 0.3608496
        nadam(beta1=0.5, beta2=0.9) | 60 | 0.94898628 | -0.59287085 | 0.36782015
        adamax(weight_decay=0.01) | 60 | 0.95663184 | -0.55504874 | 0.35118849
        rmsprop(0.01, 0.9, momentum=0.5, centered=true, weight_decay=0.01) | 3 | 0.93244519 | -0.52282514 | 0.36541771
        rmsprop(0.01, 0.9, momentum=0.5, centered=true, weight_decay=0.01) | 60 | 0.31789912 | -1.8194593 | 5.0306428
        adadelta(weight_decay=0.01) | 60 | 0.92688936 | -0.65822505 | 0.45608611
        adamw(0.01, weight_decay=0.05, amsgrad=true) | 60 | 0.69754963 | -0.93819542 | 0.82498884
        adam(0.01, weight_decay=0.05, amsgrad=true) | 60 | 0.68953162 | -0.88138139 | 0.83662141
        """)
    void stepsAreThoseOfPytorch(String text, int steps, float first, float second, float third) {
        run(text, steps);
        assertThat(parameter.value().data()).containsExactly(new float[] {first, second, third}, within(1e-4f * Math.abs(third)));
    }

    /// Nine tenths of the smallest float are rounded to itself, so that it would stay, and be slow.
    @ParameterizedTest
    @ValueSource(strings = {"sgd(0.1, 0.9)", "adam", "adamw", "adamax", "nadam", "lion", "rmsprop(momentum=0.9)"})
    void whatIsRememberedDecaysToNothing(String text) {
        Optimizer optimizer = Plugins.load().get(Optimizer.class, text);
        try (Ops ops = Ops.openPoisoned(new Plain())) {
            Optimizer.Stepper stepper = optimizer.start(Parameters.of(List.of(parameter)), ops);
            parameter.gradient().set(Tensor.of(Shape.of(3), 1e-30, -1e-35, 1e-37));
            for (int step = 1; step <= 1000; step++) {
                stepper.step(step, optimizer.learningRate());
                for (Parameter remembered : stepper.state()) {
                    for (float value : remembered.value().data()) {
                        assertThat(value == 0 || Math.abs(value) >= Float.MIN_NORMAL).as("%s is %s in step %d", remembered.name(), value, step).isTrue();
                    }
                }
                parameter.gradient().fill(0);
            }
        }
    }

    /// By hand: m is 0, then 0.0075, then 0.99 · 0.0075 − 0.01 · 0.25 = 0.004925; in the second step 0.9 · 0.0075 − 0.1 · 0.25
    /// is below 0, in the third 0.9 · 0.004925 + 0.1 · 0.75 above.
    @Test
    void lionTakesStepsOfOneSize() {
        run("lion(0.1)", 3);
        assertThat(parameter.value().data()[0]).isCloseTo(1 - 0.1f + 0.1f - 0.1f, within(1e-6f));
    }

    @Test
    void centeredRmspropSurvivesAGradientThatNeverChanges() {
        Optimizer optimizer = new RmsProp(0.001, 0.5, 1e-2, 0, true, 0);
        try (Ops ops = Ops.openPoisoned(new Plain())) {
            Optimizer.Stepper stepper = optimizer.start(Parameters.of(List.of(parameter)), ops);
            parameter.gradient().set(Tensor.of(Shape.of(3), 0.1, 1000, 3));
            for (int step = 1; step <= 100; step++) {
                stepper.step(step, optimizer.learningRate());
            }
        }
        for (float value : parameter.value().data()) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void theMomentaOfALongNadamRunMultiplyToNothing() {
        Nadam nadam = new Nadam(0.002, 0.999, 0.999, 1e-8, 0.004, 0);
        double soon = nadam.scalar("mean_rate", 100_000, 0.002);
        assertThat(nadam.scalar("mean_rate", Long.MAX_VALUE / 2, 0.002)).isCloseTo(soon, within(1e-9));
        assertThat(nadam.scalar("gradient_rate", 1L << 40, 0.002)).isCloseTo(0.002 * 0.001, within(1e-12));
    }
}
