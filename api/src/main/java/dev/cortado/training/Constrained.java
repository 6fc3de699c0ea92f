package dev.cortado.training;

import dev.cortado.constraint.Constraint;
import dev.cortado.engine.Ops;
import dev.cortado.tensor.Parameter;
import java.util.List;

/// Parameters that must keep to something.
///
/// @param names as they were asked for
record Constrained(String names, Constraint constraint, List<Parameter> parameters) {
    void apply(Ops ops) {
        for (Parameter parameter : parameters) {
            if (parameter.trainable()) {
                constraint.apply(parameter.value(), ops);
            }
        }
    }
}
