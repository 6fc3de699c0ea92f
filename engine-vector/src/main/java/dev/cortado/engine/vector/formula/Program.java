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

    @Override
    public boolean equals(Object other) {
        return other instanceof Program that && inputs == that.inputs && steps.equals(that.steps) && outputs.equals(that.outputs);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * inputs + steps.hashCode()) + outputs.hashCode();
    }

    /// What one element costs without vectors, in the units of [Operation#weight]; to take a number and to give one cost 1.
    long weight() {
        long weight = outputs.size();
        for (Step step : steps) {
            weight += step instanceof Step.Apply apply ? apply.operation().weight() : 1;
        }
        return weight;
    }

    /// Whether all of it can be said in vectors.
    boolean vectorises() {
        return steps.stream().allMatch(step -> !(step instanceof Step.Apply apply) || apply.operation().vectorises());
    }
}
