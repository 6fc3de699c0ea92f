package dev.cortado.benchmarks;

import dev.cortado.engine.Kernel;
import dev.cortado.engine.Kernels;
import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import dev.cortado.expression.Operator;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs a function over all 2³² floats and says how far it is off at worst, in units of the last place of the exact result, which comes from float64.
@Command(name = "ulp", mixinStandardHelpOptions = true, description = "Finds the largest error of a function over all floats.")
final class Ulp implements Runnable {
    private static final Expression.Input X = Expression.input("x");
    private static final int BLOCK = 1 << 16;
    private static final float[] EDGES = {
        Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE
    };

    @Parameters(index = "0", description = "exp, log, tanh, sigmoid, softplus, erf, sqrt")
    private String function = "exp";

    @Option(names = "--stride", defaultValue = "1", description = "takes every so-manieth float (${DEFAULT-VALUE})")
    private int stride = 1;

    @Mixin
    private final EngineOption option = new EngineOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private double worst;
    private float worstAt;
    private long wrong;

    @Override
    public void run() {
        if (stride < 1) {
            throw new ParameterException(spec.commandLine(), "The stride must be at least 1, not " + stride);
        }
        Expression value = expression();
        DoubleUnaryOperator exact = exact();
        long floats = 0;
        try (Kernels kernels = option.engine().open()) {
            Kernel kernel = kernels.compile(Formula.of(value));
            Tensor[] x = {Tensor.zeros(Shape.of(BLOCK))};
            Tensor[] y = {Tensor.zeros(Shape.of(BLOCK))};
            for (long bits = 0; bits < 1L << 32; bits += (long) BLOCK * stride) {
                for (int i = 0; i < BLOCK; i++) {
                    x[0].data()[i] = Float.intBitsToFloat((int) (bits + (long) i * stride));
                }
                kernel.run(x, new float[0], y);
                compare(x[0].data(), y[0].data(), exact);
                floats += BLOCK;
            }
            print(floats, kernel);
        }
    }

    private Expression expression() {
        return switch (function) {
            case "exp" -> X.exp();
            case "log" -> X.log();
            case "tanh" -> X.tanh();
            case "sigmoid" -> X.sigmoid();
            case "softplus" -> X.softplus();
            case "erf" -> X.erf();
            case "sqrt" -> X.sqrt();
            default -> throw new ParameterException(spec.commandLine(),
                    "There is no function '%s'; there are exp, log, tanh, sigmoid, softplus, erf, sqrt".formatted(function));
        };
    }

    private DoubleUnaryOperator exact() {
        Operator operator = Operator.valueOf(function.toUpperCase(Locale.ROOT));
        return x -> operator.apply(x, 0.0, 0.0);
    }

    private void compare(float[] x, float[] y, DoubleUnaryOperator exact) {
        for (int i = 0; i < x.length; i++) {
            double wanted = exact.applyAsDouble(x[i]);
            float nearest = (float) wanted;
            if (!Float.isFinite(nearest) || !Float.isFinite(y[i])) {
                wrong += Float.floatToIntBits(nearest) == Float.floatToIntBits(y[i]) ? 0 : 1;
            } else {
                double error = Math.abs(y[i] - wanted) / Math.ulp(nearest);
                if (error > worst) {
                    worst = error;
                    worstAt = x[i];
                }
            }
        }
    }

    /// @param kernel for the edges, once more
    private void print(long floats, Kernel kernel) {
        System.out.printf(Locale.ROOT, "lib=%s function=%s floats=%d max_ulp=%.4f at=%s wrong_infinities_or_nans=%d",
                option.peer(), function, floats, worst, worstAt, wrong);
        Tensor y = Tensor.zeros(Shape.of(EDGES.length));
        kernel.run(new Tensor[] {Tensor.wrap(Shape.of(EDGES.length), EDGES.clone())}, new float[0], new Tensor[] {y});
        for (int i = 0; i < EDGES.length; i++) {
            System.out.printf(Locale.ROOT, " f(%s)=%s", EDGES[i], y.data()[i]);
        }
        System.out.println();
    }
}
