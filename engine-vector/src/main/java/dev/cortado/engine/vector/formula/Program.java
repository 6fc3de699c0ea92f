package dev.cortado.engine.vector.formula;

import java.util.List;

/// A formula as this engine computes it: what is needed for the outputs and nothing else, without names, so that formulas that do the same share their code.
///
/// @param inputs the number of inputs, used or not
/// @param steps the values in the order of computation
/// @param outputs for each output its step
record Program(int inputs, List<Step> steps, List<Integer> outputs) {
    Program {
        steps = List.copyOf(steps);
        outputs = List.copyOf(outputs);
    }

    /// What one element costs without vectors, in the units of [Operation#weight]; to take a number and to give one cost 1.
    long weight() {
        return steps.stream().mapToLong(step -> step instanceof Step.Apply apply ? apply.operation().weight() : 1).sum() + outputs.size();
    }

    /// Whether all of it can be said in vectors.
    boolean vectorises() {
        return steps.stream().allMatch(step -> !(step instanceof Step.Apply apply) || apply.operation().vectorises());
    }
}
