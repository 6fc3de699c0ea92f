package dev.cortado.layer;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Identity;
import dev.cortado.activation.RowActivation;
import dev.cortado.engine.Ops;
import dev.cortado.initializer.GlorotUniform;
import dev.cortado.initializer.Initializer;
import dev.cortado.initializer.Zeros;
import dev.cortado.plugin.Setting;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameter.Role;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every unit sees every input: y = g(x · W + b), with W of [inputs, units] and b of [units].
///
/// Takes samples of one axis, `[inputs]`; images and other shapes go through [Flatten] first.
///
/// @param units the number of outputs
/// @param activation g
/// @param bias whether there is a b
/// @param initializer what W is at the start; b starts at 0
public record Dense(
        @Setting(required = true, min = 1) int units, Activation activation, boolean bias, Initializer initializer)
        implements Layer {
    /// The prototype; the number of units has to be given.
    public Dense() {
        this(0);
    }

    /// Without an activation.
    public Dense(int units) {
        this(units, new Identity());
    }

    /// With a bias and Glorot's uniform weights.
    public Dense(int units, Activation activation) {
        this(units, activation, true, new GlorotUniform());
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() != 1) {
            throw new IllegalArgumentException(
                    "dense takes samples with one axis, not %s: put flatten before it".formatted(input));
        }
        return Shape.of(units);
    }

    @Override
    public List<Weight> weights(Shape input) {
        int inputs = input.elements();
        List<Weight> weights = new ArrayList<>();
        weights.add(new Weight("weight", Shape.of(inputs, units), Role.WEIGHT, initializer, inputs, units));
        if (bias) {
            weights.add(new Weight("bias", Shape.of(units), Role.BIAS, new Zeros(), inputs, units));
        }
        return weights;
    }

    @Override
    public Layer withoutActivation() {
        return new Dense(units, new Identity(), bias, initializer);
    }

    @Override
    public Pass forward(Tensor input, Parameters parameters, Step step) {
        Ops ops = step.ops();
        if (isFusable(step)) {
            Tensor output = affine(input, parameters, ops, activation);
            return new Pass(output, new Back(input, null, output, parameters, ops));
        }
        Tensor sum = sum(input, parameters, ops);
        Tensor output = ops.activate(activation, sum);
        return new Pass(output, new Back(input, sum, output, parameters, ops));
    }

    @Override
    public Tensor output(Tensor input, Parameters parameters, Step step) {
        return isFusable(step)
                ? step.ops().affine(input, parameters.get("weight"), parameters.value("bias"), activation)
                : step.ops().activate(activation, sum(input, parameters, step.ops()));
    }

    private Tensor sum(Tensor input, Parameters parameters, Ops ops) {
        return bias ? affine(input, parameters, ops, new Identity()) : ops.multiply(input, parameters.value("weight"));
    }

    private static Tensor affine(Tensor input, Parameters parameters, Ops ops, Activation activation) {
        return ops.affine(input, parameters.value("weight"), parameters.value("bias"), activation);
    }

    /// Whether there is a bias and the weighted sum itself is not needed afterwards, so that the activation can be applied in the product.
    private boolean isFusable(Step step) {
        return bias && !(activation instanceof RowActivation) && (!step.training() || !step.ops().backwardReadsInput(activation));
    }

    /// From dy to dz = dy · g', and from there dW += xᵀ · dz, db += Σ dz and dx = dz · Wᵀ.
    private final class Back implements Pass.Back {
        private final Tensor input;
        private final @Nullable Tensor sum;
        private final Tensor output;
        private final Parameters parameters;
        private final Ops ops;
        private @Nullable Tensor sumGradient;

        Back(Tensor input, @Nullable Tensor sum, Tensor output, Parameters parameters, Ops ops) {
            this.input = input;
            this.sum = sum;
            this.output = output;
            this.parameters = parameters;
            this.ops = ops;
        }

        @Override
        public void addParameterGradients(Tensor outputGradient) {
            Tensor gradient = throughActivation(outputGradient);
            Parameter weight = parameters.get("weight");
            Parameter wantedBias = bias && parameters.get("bias").trainable() ? parameters.get("bias") : null;
            if (weight.trainable()) {
                ops.addAffineGradients(input, gradient, weight, wantedBias);
            } else if (wantedBias != null) {
                ops.addSumOfRows(gradient, wantedBias.gradient());
            }
        }

        @Override
        public Tensor inputGradient(Tensor outputGradient) {
            return ops.multiplyTransposed(throughActivation(outputGradient), parameters.value("weight"));
        }

        private Tensor throughActivation(Tensor outputGradient) {
            Tensor known = sumGradient;
            if (known == null) {
                known = ops.activateBackward(activation, sum, output, outputGradient);
                sumGradient = known;
            }
            return known;
        }
    }
}
