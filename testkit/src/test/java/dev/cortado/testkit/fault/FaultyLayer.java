package dev.cortado.testkit.fault;

import dev.cortado.initializer.Ones;
import dev.cortado.initializer.Zeros;
import dev.cortado.layer.Layer;
import dev.cortado.layer.Pass;
import dev.cortado.layer.Step;
import dev.cortado.layer.Weight;
import dev.cortado.tensor.Parameter.Role;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// Every number times a learned factor, and a buffer that counts the steps; with a fault.
record FaultyLayer(Fault fault) implements Layer {
    enum Fault {
        NONE, WRONG_INPUT_FACTOR, FORGETS_THE_LAST_SAMPLE, WRITES_ITS_GRADIENT, OVERWRITES_ITS_INPUT, OVERWRITES_THE_GRADIENT,
        WRONG_SHAPE, RANDOM_IN_INFERENCE, LOOKS_AT_OTHER_SAMPLES, UNSEEDED, COUNTS_IN_INFERENCE, KEEPS_A_TENSOR, ASSUMES_ZEROS,
        NAMES_TWO_ALIKE, OTHER_OUTPUT_ALONE
    }

    FaultyLayer() {
        this(Fault.NONE);
    }

    @Override
    public Shape outputShape(Shape input) {
        return fault == Fault.WRONG_SHAPE ? Shape.of(input.elements(), 1) : input;
    }

    @Override
    public List<Weight> weights(Shape input) {
        return List.of(new Weight("scale", input, Role.WEIGHT, new Ones(), 1, 1),
                new Weight(fault == Fault.NAMES_TWO_ALIKE ? "scale" : "steps", Shape.of(1), Role.BUFFER, new Zeros(), 1, 1));
    }

    @Override
    public Pass forward(Tensor input, Parameters parameters, Step step) {
        Tensor kept = fault == Fault.KEEPS_A_TENSOR
                ? step.ops().once(Tensor.class, this, (_, _) -> input) : input;
        Tensor output = step.ops().tensor(input.shape());
        scale(kept, parameters.value("scale"), output, extra(kept, step));
        if (step.training() || fault == Fault.COUNTS_IN_INFERENCE) {
            parameters.value("steps").data()[0]++;
        }
        if (fault == Fault.OVERWRITES_ITS_INPUT) {
            input.fill(0);
        }
        return new Pass(output, new Back(kept, parameters, step));
    }

    @Override
    public Tensor output(Tensor input, Parameters parameters, Step step) {
        return fault == Fault.OTHER_OUTPUT_ALONE ? input : Layer.super.output(input, parameters, step);
    }

    private void scale(Tensor from, Tensor factors, Tensor to, float extra) {
        for (int i = 0; i < to.elements(); i++) {
            float value = from.data()[i] * factors.data()[i % to.columns()] * (1 + extra);
            to.data()[i] = fault == Fault.ASSUMES_ZEROS ? to.data()[i] + value : value;
        }
    }

    private float extra(Tensor input, Step step) {
        return switch (fault) {
            case RANDOM_IN_INFERENCE -> step.training() ? 0 : step.randomness().uniform(0);
            case LOOKS_AT_OTHER_SAMPLES -> step.training() ? 0 : input.data()[input.elements() - 1];
            case UNSEEDED -> (System.nanoTime() & 1023) / 1023f;
            default -> 0;
        };
    }

    private final class Back implements Pass.Back {
        private final Tensor input;
        private final Parameters parameters;
        private final Step step;

        Back(Tensor input, Parameters parameters, Step step) {
            this.input = input;
            this.parameters = parameters;
            this.step = step;
        }

        @Override
        public void addParameterGradients(Tensor outputGradient) {
            Tensor gradient = parameters.get("scale").gradient();
            if (fault == Fault.WRITES_ITS_GRADIENT) {
                gradient.fill(0);
            }
            int samples = input.rows() - (fault == Fault.FORGETS_THE_LAST_SAMPLE ? 1 : 0);
            for (int i = 0; i < samples * input.columns(); i++) {
                gradient.data()[i % input.columns()] += outputGradient.data()[i] * input.data()[i];
            }
        }

        @Override
        public Tensor inputGradient(Tensor outputGradient) {
            Tensor gradient = step.ops().tensor(input.shape());
            scale(outputGradient, parameters.value("scale"), gradient, fault == Fault.WRONG_INPUT_FACTOR ? 0.1f : 0);
            if (fault == Fault.OVERWRITES_THE_GRADIENT) {
                outputGradient.fill(0);
            }
            return gradient;
        }
    }
}
