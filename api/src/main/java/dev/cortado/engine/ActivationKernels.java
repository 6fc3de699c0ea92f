package dev.cortado.engine;

import dev.cortado.activation.Activation;
import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import java.util.ArrayList;
import java.util.List;

/// What an element-wise activation compiles to: forward, forward on a product with a row added, and backward.
///
/// Backward is dy · g′, and wherever g′ contains the value g(x) it takes the output instead of computing it again; often it
/// then needs the input no more, and the layer need not keep it.
final class ActivationKernels {
    private static final Expression.Input X = Expression.input("x");
    private static final Expression.Input Y = Expression.input("y");
    private static final Expression.Input GRADIENT = Expression.input("gradient");
    private static final Expression.Input ROW = Expression.row("row");

    final Kernel forward;
    final Kernel forwardOnProduct;
    final Kernel backward;
    final boolean backwardReadsInput;
    final boolean identity;

    ActivationKernels(Activation activation, Kernels kernels) {
        Expression value = activation.apply(X);
        Expression slope = value.equals(X) ? Expression.constant(1) : value.derivative(X).replace(value, Y);
        identity = value.equals(X);
        backwardReadsInput = slope.contains(X);
        forward = kernels.compile(Formula.of(List.of(X), List.of(), List.of(value)));
        forwardOnProduct = kernels.compile(
                Formula.of(List.of(X, ROW), List.of(), List.of(value.replace(X, X.plus(ROW)))));
        backward = kernels.compile(Formula.of(backwardInputs(), List.of(), List.of(GRADIENT.times(slope))));
    }

    private List<Expression.Input> backwardInputs() {
        List<Expression.Input> inputs = new ArrayList<>(List.of(GRADIENT, Y));
        if (backwardReadsInput) {
            inputs.add(X);
        }
        return inputs;
    }
}
