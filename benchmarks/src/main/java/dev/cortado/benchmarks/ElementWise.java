package dev.cortado.benchmarks;

import dev.cortado.activation.Gelu;
import dev.cortado.engine.Kernel;
import dev.cortado.engine.Kernels;
import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Times a compiled expression: an activation, or with `_gradient` its way back dy · g′(x).
@Command(name = "expression", mixinStandardHelpOptions = true, description = "Times a compiled expression.")
final class ElementWise implements Runnable {
    private static final Expression.Input X = Expression.input("x");
    private static final Expression.Input GRADIENT = Expression.input("gradient");

    @Parameters(index = "0", description = "swish, mish, gelu (tanh form), relu, sigmoid, tanh, or one with _gradient")
    private String kernel = "swish";

    @Parameters(index = "1", defaultValue = "50000", description = "elements (${DEFAULT-VALUE})")
    private int n;

    @Mixin
    private final EngineOption option = new EngineOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        Tensor x = normal(1, 2);
        Tensor gradient = normal(2, 1);
        Tensor result = Tensor.zeros(Shape.of(n));
        try (Kernels kernels = option.engine().open()) {
            Kernel compiled = kernels.compile(Formula.of(List.of(X, GRADIENT), List.of(), List.of(expression())));
            Tensor[] inputs = {x, gradient};
            Tensor[] outputs = {result};
            float[] scalars = {};
            Blocks blocks = Blocks.of(() -> compiled.run(inputs, scalars, outputs));
            System.out.printf(Locale.ROOT, "lib=%s kernel=%s n=%d ns_per_element=%.3f median_ns_per_element=%.3f threads=%d%n",
                    option.peer(), kernel, n, blocks.best() * 1e9 / n, blocks.median() * 1e9 / n, option.threads());
        }
    }

    private Expression expression() {
        boolean backward = kernel.endsWith("_gradient");
        Expression value = switch (backward ? kernel.substring(0, kernel.length() - "_gradient".length()) : kernel) {
            case "swish" -> X.times(X.sigmoid());
            case "mish" -> X.times(X.softplus().tanh());
            case "gelu" -> new Gelu(true).apply(X);
            case "relu" -> X.max(0);
            case "sigmoid" -> X.sigmoid();
            case "tanh" -> X.tanh();
            default -> throw new ParameterException(spec.commandLine(), "There is no kernel '%s'".formatted(kernel));
        };
        return backward ? GRADIENT.times(value.derivative(X)) : value;
    }

    private Tensor normal(long seed, double deviation) {
        Tensor tensor = Tensor.zeros(Shape.of(n));
        Randomness randomness = Randomness.seed(seed);
        for (int i = 0; i < n; i++) {
            tensor.data()[i] = (float) (deviation * randomness.normal(i));
        }
        return tensor;
    }
}
