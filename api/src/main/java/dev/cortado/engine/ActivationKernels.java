package dev.cortado.engine;

import dev.cortado.activation.Activation;
import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import dev.cortado.plugin.PluginException;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an element-wise activation compiles to: forward, forward on a product with a row added, and backward.
///
/// Backward is dy · g′, and wherever g′ contains the value g(x) it takes the output instead of computing it again; often it
/// then needs the input no more, and the layer need not keep it.
final class ActivationKernels {
    private static final Expression.Input X = Expression.input("x");
    private static final Expression.Input Y = Expression.input("y");
    private static final Expression.Input GRADIENT = Expression.input("gradient");
    private static final Expression.Input ROW = Expression.row("row");
    private static final float[] NO_SCALARS = {};

    final Kernel forwardOnProduct;
    private final Kernel forward;
    private final Kernel backward;
    final boolean backwardReadsInput;
    final boolean identity;
    // The operands of a call, in arrays that are used again.
    private final Tensor[] forwardInput = new Tensor[1];
    private final Tensor[] backwardInputs;
    private final Tensor[] result = new Tensor[1];

    ActivationKernels(Activation activation, Kernels kernels) {
        Expression value = value(activation);
        Formula formula = Formula.of(List.of(X), List.of(), List.of(value));
        requireInputAlone(activation, formula);
        Expression slope = value.equals(X) ? Expression.constant(1) : value.derivative(X).replace(value, Y);
        identity = value.equals(X);
        backwardReadsInput = slope.contains(X);
        forward = kernels.compile(formula);
        forwardOnProduct = kernels.compile(
                Formula.of(List.of(X, ROW), List.of(), List.of(value.replace(X, X.plus(ROW)))));
        backward = kernels.compile(Formula.of(backwardInputs(), List.of(), List.of(GRADIENT.times(slope))));
        backwardInputs = new Tensor[backwardReadsInput ? 3 : 2];
    }

    private static Expression value(Activation activation) {
        Expression value = activation.apply(X);
        if (value == null) {
            throw new PluginException("The activation '%s' gives null: wanted is a formula of its input".formatted(activation.name()));
        }
        return value;
    }

    /// A kernel is given a tensor for the input, and nothing for what else a formula may read.
    private static void requireInputAlone(Activation activation, Formula formula) {
        List<String> read = new ArrayList<>();
        formula.inputs().forEach(each -> read.add(each.name()));
        formula.scalars().forEach(each -> read.add(each.name()));
        if (read.size() > 1) {
            throw new PluginException("The activation '%s' reads %s: wanted is a formula of its input alone".formatted(
                    activation.name(), String.join(", ", read.subList(1, read.size()))));
        }
    }

    private List<Expression.Input> backwardInputs() {
        List<Expression.Input> inputs = new ArrayList<>(List.of(GRADIENT, Y));
        if (backwardReadsInput) {
            inputs.add(X);
        }
        return inputs;
    }

    void forward(Tensor x, Tensor y) {
        forwardInput[0] = x;
        result[0] = y;
        forward.run(forwardInput, NO_SCALARS, result);
    }

    void backward(@Nullable Tensor x, Tensor y, Tensor outputGradient, Tensor inputGradient) {
        backwardInputs[0] = outputGradient;
        backwardInputs[1] = y;
        if (backwardReadsInput) {
            backwardInputs[2] = needed(x);
        }
        result[0] = inputGradient;
        backward.run(backwardInputs, NO_SCALARS, result);
    }

    private static Tensor needed(@Nullable Tensor input) {
        if (input == null) {
            throw new IllegalArgumentException("The way back through this activation needs its input, and none was kept");
        }
        return input;
    }
}
