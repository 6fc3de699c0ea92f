package dev.cortado.benchmarks;

import dev.cortado.engine.Kernels;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Times one of the three matrix products.
@Command(name = "gemm", mixinStandardHelpOptions = true, description = "Times a product C = A·B of M×K by K×N.")
final class Gemm implements Runnable {
    @Parameters(index = "0")
    private int m;

    @Parameters(index = "1")
    private int n;

    @Parameters(index = "2")
    private int k;

    @Parameters(index = "3", description = "1 if A is given as K×M")
    private int transA;

    @Parameters(index = "4", description = "1 if B is given as N×K")
    private int transB;

    @Mixin
    private final EngineOption option = new EngineOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        if (m < 1 || n < 1 || k < 1) {
            throw new ParameterException(spec.commandLine(), "M, N and K must be positive, not %d, %d, %d".formatted(m, n, k));
        }
        Tensor a = random(transA == 1 ? Shape.of(k, m) : Shape.of(m, k), 1);
        Tensor b = random(transB == 1 ? Shape.of(n, k) : Shape.of(k, n), 2);
        Tensor c = Tensor.zeros(Shape.of(m, n));
        try (Kernels kernels = option.engine().open()) {
            Blocks blocks = Blocks.of(product(kernels, a, b, c));
            double flop = 2.0 * m * n * k;
            System.out.printf(Locale.ROOT,
                    "lib=%s M=%d N=%d K=%d transA=%d transB=%d us=%.3f gflops=%.2f median_gflops=%.2f threads=%d%n",
                    option.peer(), m, n, k, transA, transB, blocks.best() * 1e6,
                    flop / blocks.best() / 1e9, flop / blocks.median() / 1e9, option.threads());
        }
    }

    private Runnable product(Kernels kernels, Tensor a, Tensor b, Tensor c) {
        return switch (transA * 2 + transB) {
            case 0 -> () -> kernels.multiply(a, b, c);
            case 1 -> () -> kernels.multiplyTransposed(a, b, c);
            case 2 -> () -> kernels.transposedMultiply(a, b, c);
            default -> throw new ParameterException(spec.commandLine(),
                    "No layer needs both transposed, so no engine has it: transA=%d transB=%d".formatted(transA, transB));
        };
    }

    private static Tensor random(Shape shape, long seed) {
        Tensor tensor = Tensor.zeros(shape);
        Randomness randomness = Randomness.seed(seed);
        for (int i = 0; i < tensor.elements(); i++) {
            tensor.data()[i] = (float) randomness.uniform(i, -1, 1);
        }
        return tensor;
    }
}
