package dev.cortado.benchmarks.jmh;

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

/// The three matrix products, on the shapes of mini-batches and a large one.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets it up
public class ProductBenchmark {
    @Param({"50,100,784", "50,10,100", "128,512,784", "512,512,512", "1,100,784"})
    String shape;

    private Tensor a;
    private Tensor b;
    private Tensor result;
    private Tensor transposedA;
    private Tensor transposedB;

    /// Makes the operands of m × n × k.
    @Setup
    public void operands() {
        String[] mnk = shape.split(",", -1);
        int m = Integer.parseInt(mnk[0]);
        int n = Integer.parseInt(mnk[1]);
        int k = Integer.parseInt(mnk[2]);
        a = Opened.random(m, k);
        b = Opened.random(k, n);
        transposedA = Opened.random(k, m);
        transposedB = Opened.random(n, k);
        result = Tensor.zeros(Shape.of(m, n));
    }

    /// a · b.
    @Benchmark
    public Tensor multiply(Opened engine) {
        engine.kernels.multiply(a, b, result);
        return result;
    }

    /// a · bᵀ.
    @Benchmark
    public Tensor multiplyTransposed(Opened engine) {
        engine.kernels.multiplyTransposed(a, transposedB, result);
        return result;
    }

    /// += aᵀ · b.
    @Benchmark
    public Tensor addTransposedMultiply(Opened engine) {
        engine.kernels.addTransposedMultiply(transposedA, b, result);
        return result;
    }
}
