package dev.cortado.optimizer;

import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Runs an element-wise optimizer's kernel over every parameter, in place.
final class ElementwiseStepper implements Optimizer.Stepper {
    private final ElementwiseOptimizer optimizer;
    private final UpdateKernel update;
    private final List<Target> targets = new ArrayList<>();
    private final Parameters state;
    private final float[] scalars;

    ElementwiseStepper(ElementwiseOptimizer optimizer, Parameters parameters, UpdateKernel update) {
        this.optimizer = optimizer;
        this.update = update;
        this.scalars = new float[update.scalars.size()];
        List<Parameter> remembered = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (parameter.role() != Parameter.Role.BUFFER) {
                targets.add(target(parameter, remembered));
            }
        }
        this.state = Parameters.of(remembered);
    }

    private Target target(Parameter parameter, List<Parameter> remembered) {
        List<Tensor> inputs = new ArrayList<>(List.of(parameter.value(), parameter.gradient()));
        List<Tensor> outputs = new ArrayList<>(List.of(parameter.value()));
        for (String name : update.states) {
            Tensor value = Tensor.zeros(parameter.value().shape());
            remembered.add(new Parameter(name + "/" + parameter.name(), Parameter.Role.BUFFER, value));
            inputs.add(value);
            outputs.add(value);
        }
        return new Target(parameter, inputs, outputs);
    }

    @Override
    public void step(long step, double learningRate) {
        for (int i = 0; i < scalars.length; i++) {
            String name = update.scalars.get(i);
            scalars[i] = (float) (name.equals("learning_rate") ? learningRate : optimizer.scalar(name, step, learningRate));
        }
        int decay = update.scalars.indexOf("weight_decay");
        float weightDecay = decay < 0 ? 0 : scalars[decay];
        for (Target target : targets) {
            if (target.parameter.trainable()) {
                if (decay >= 0) {
                    scalars[decay] = target.parameter.role() == Parameter.Role.WEIGHT ? weightDecay : 0;
                }
                update.kernel.run(target.inputs, scalars, target.outputs);
            }
        }
    }

    @Override
    public Parameters state() {
        return state;
    }

    /// A parameter with the tensors its kernel reads and writes.
    private static final class Target {
        final Parameter parameter;
        final Tensor[] inputs;
        final Tensor[] outputs;

        Target(Parameter parameter, List<Tensor> inputs, List<Tensor> outputs) {
            this.parameter = parameter;
            this.inputs = inputs.toArray(Tensor[]::new);
            this.outputs = outputs.toArray(Tensor[]::new);
        }
    }
}
