package dev.cortado.optimizer;

import dev.cortado.engine.Ops;
import dev.cortado.expression.Expression;
import dev.cortado.tensor.Parameters;

/// An optimizer that is a formula: every number of a parameter is changed by its own gradient and its own state alone.
///
/// What depends on the step but not on the element is a scalar, [Expression#scalar], computed once per step in double by
/// [#scalar]. Two scalars are known already: `learning_rate`, and `weight_decay`, which is 0 for parameters that are not
/// weights.
///
/// What is remembered is 0 if it is too small to be a normal float (2⁻¹²⁶).
public interface ElementwiseOptimizer extends Optimizer {
    /// The formulas that take a parameter, and what is remembered of it, to their next values.
    ///
    /// @param parameter the parameter's element
    /// @param gradient the gradient's element
    /// @param state gives by name what the last step remembered; 0 before the first
    Update update(Expression parameter, Expression gradient, State state);

    /// The value of a scalar in one step.
    ///
    /// @param name the scalar's name, never `learning_rate`
    /// @param step the number of the step, from 1
    /// @param learningRate the learning rate of this step
    default double scalar(String name, long step, double learningRate) {
        throw new IllegalArgumentException("The optimizer '%s' uses a scalar '%s' and does not say what it is"
                .formatted(name(), name));
    }

    @Override
    default Stepper start(Parameters parameters, Ops ops) {
        return new ElementwiseStepper(this, parameters, ops.once(UpdateKernel.class, this, UpdateKernel::new));
    }

    /// What an optimizer remembers of each element from step to step, by name.
    interface State {
        /// What the last step's [Update] remembered under this name.
        Expression of(String name);
    }
}
