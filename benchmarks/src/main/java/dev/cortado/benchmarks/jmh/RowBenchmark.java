package dev.cortado.benchmarks.jmh;

import dev.cortado.activation.RowFunction;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What is done row by row, and sums.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets it up
public class RowBenchmark {
    @Param({"50,10", "128,1000"})
    String shape;

    private Tensor logits;
    private Tensor target;
    private Tensor scale;
    private Tensor losses;
    private Tensor result;
    private Tensor row;

    /// Makes the operands.
    @Setup
    public void operands() {
        String[] lengths = shape.split(",", -1);
        int rows = Integer.parseInt(lengths[0]);
        int columns = Integer.parseInt(lengths[1]);
        logits = Opened.random(rows, columns);
        target = Opened.random(rows, columns);
        scale = Opened.random(rows);
        losses = Tensor.zeros(Shape.of(rows));
        result = Tensor.zeros(Shape.of(rows, columns));
        row = Tensor.zeros(Shape.of(columns));
    }

    /// Softmax.
    @Benchmark
    public Tensor softmax(Opened engine) {
        engine.kernels.applyToRows(RowFunction.SOFTMAX, logits, result);
        return result;
    }

    /// Softmax with cross-entropy, loss and gradient.
    @Benchmark
    public Tensor crossEntropy(Opened engine) {
        engine.kernels.crossEntropy(logits, target, scale, 0, losses, result);
        return result;
    }

    /// The sum of all rows.
    @Benchmark
    public Tensor addSumOfRows(Opened engine) {
        engine.kernels.addSumOfRows(logits, row);
        return row;
    }

    /// The sum of all elements.
    @Benchmark
    public double sum(Opened engine) {
        return engine.kernels.sum(logits);
    }
}
