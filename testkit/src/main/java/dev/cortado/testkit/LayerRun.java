package dev.cortado.testkit;

import dev.cortado.engine.Ops;
import dev.cortado.layer.Layer;
import dev.cortado.layer.Pass;
import dev.cortado.layer.Step;
import dev.cortado.layer.Weight;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// What a layer gives in one step, copied out of the step's memory.
///
/// @param output what came out
/// @param inputGradient from an output gradient of random numbers; empty where there is none
/// @param parameterGradients those of the trainable parameters, in order
/// @param buffers what the step has left in them
record LayerRun(Tensor output, List<Tensor> inputGradient, List<Tensor> parameterGradients, List<Tensor> buffers) {

    /// The parameters of a layer at the start, those that are trained a little shaken: zeros would hide mistakes.
    static Parameters parameters(Layer layer, Shape sample) {
        List<Parameter> parameters = new ArrayList<>();
        for (Weight weight : layer.weights(sample)) {
            Tensor value = Tensor.zeros(weight.shape());
            Randomness randomness = Randomness.seed(5).at(weight.name());
            weight.initializer().fill(value, weight.fanIn(), weight.fanOut(), randomness);
            for (int i = 0; i < value.elements() && weight.role() != Parameter.Role.BUFFER; i++) {
                value.data()[i] += (float) randomness.at("shaken").uniform(i, -0.3, 0.3);
            }
            parameters.add(new Parameter(weight.name(), weight.role(), value));
        }
        return Parameters.of(parameters);
    }

    /// The step of a seed.
    static Step step(Ops ops, boolean training, long seed) {
        return new Step(ops, training, Randomness.seed(seed));
    }

    /// The output gradient that is sent back.
    static Tensor outputGradient(Shape output) {
        return Sample.uniform(output, 77);
    }

    /// Forward and back in training, with operands from the step's memory as in a network; then the memory is reset.
    static LayerRun training(Layer layer, Tensor batch, Parameters parameters, Ops ops, long seed, boolean hasInputGradient) {
        Tensor input = borrowed(batch, ops);
        Pass pass = layer.forward(input, parameters, step(ops, true, seed));
        Tensor output = pass.output().copy();
        Tensor gradient = borrowed(outputGradient(output.shape()), ops);
        List<Tensor> parameterGradients = new ArrayList<>();
        if (parameters.trainable()) {
            parameters.forEach(parameter -> parameter.gradient().fill(0));
            pass.back().addParameterGradients(gradient);
            parameters.forEach(parameter -> addIfTrainable(parameter, parameterGradients));
        }
        List<Tensor> inputGradient = hasInputGradient ? List.of(pass.back().inputGradient(gradient).copy()) : List.of();
        ops.reset();
        return new LayerRun(output, inputGradient, parameterGradients, buffers(parameters));
    }

    private static void addIfTrainable(Parameter parameter, List<Tensor> gradients) {
        if (parameter.trainable()) {
            gradients.add(parameter.gradient().copy());
        }
    }

    private static List<Tensor> buffers(Parameters parameters) {
        return parameters.list().stream().filter(each -> each.role() == Parameter.Role.BUFFER)
                .map(each -> each.value().copy()).toList();
    }

    /// What comes out in inference; then the memory is reset.
    static Tensor inference(Layer layer, Tensor batch, Parameters parameters, Ops ops, long seed) {
        Tensor output = layer.forward(borrowed(batch, ops), parameters, step(ops, false, seed)).output().copy();
        ops.reset();
        return output;
    }

    private static Tensor borrowed(Tensor tensor, Ops ops) {
        Tensor borrowed = ops.tensor(tensor.shape());
        borrowed.set(tensor);
        return borrowed;
    }

    /// Everything, to compare with another run's.
    List<Tensor> all() {
        List<Tensor> all = new ArrayList<>(List.of(output));
        all.addAll(inputGradient);
        all.addAll(parameterGradients);
        all.addAll(buffers);
        return all;
    }
}
