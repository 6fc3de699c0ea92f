package dev.cortado.constraint;

import dev.cortado.engine.Ops;
import dev.cortado.plugin.Plugin;
import dev.cortado.tensor.Tensor;

/// What a parameter must keep to: applied to it after each step, it puts right what the step has put wrong.
public interface Constraint extends Plugin {
    /// Changes a parameter in place, by as little as it takes.
    ///
    /// An implementer must take sums in an order that depends on the shape alone, and must get scratch memory from the
    /// operations, so that a step allocates nothing.
    ///
    /// @param value the parameter: a dense weight is (in, out), a convolution's (out, in, height, width); any other shape, too
    void apply(Tensor value, Ops ops);
}
