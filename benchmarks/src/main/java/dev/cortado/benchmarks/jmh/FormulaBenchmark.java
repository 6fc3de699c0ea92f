package dev.cortado.benchmarks.jmh;

import dev.cortado.engine.Kernel;
import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Compiled formulas over 50,000 elements: an activation, its way back, and the update of an optimizer.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets it up
public class FormulaBenchmark {
    private static final int ELEMENTS = 50_000;
    private static final Expression.Input X = Expression.input("x");
    private static final Expression.Input GRADIENT = Expression.input("gradient");
    private static final float[] NO_SCALARS = {};

    private final Tensor[] inputs = {Opened.random(ELEMENTS), Opened.random(ELEMENTS)};
    private final Tensor[] outputs = {Tensor.zeros(Shape.of(ELEMENTS))};
    private Kernel swish;
    private Kernel swishGradient;
    private Kernel update;

    /// Compiles them.
    @Setup
    public void compile(Opened engine) {
        Expression value = X.times(X.sigmoid());
        swish = compile(engine, value);
        swishGradient = compile(engine, GRADIENT.times(value.derivative(X)));
        update = compile(engine, X.minus(GRADIENT.times(0.1)));
    }

    private static Kernel compile(Opened engine, Expression expression) {
        return engine.kernels.compile(Formula.of(List.of(X, GRADIENT), List.of(), List.of(expression)));
    }

    /// x · sigmoid(x).
    @Benchmark
    public Tensor swish() {
        swish.run(inputs, NO_SCALARS, outputs);
        return outputs[0];
    }

    /// The way back through it.
    @Benchmark
    public Tensor swishGradient() {
        swishGradient.run(inputs, NO_SCALARS, outputs);
        return outputs[0];
    }

    /// Gradient descent.
    @Benchmark
    public Tensor update() {
        update.run(inputs, NO_SCALARS, outputs);
        return outputs[0];
    }
}
