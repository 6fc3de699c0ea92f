package dev.cortado.activation;

import dev.cortado.expression.Expression;
import dev.cortado.plugin.Plugin;

/// The function g of a neuron, g(z), applied to every number by itself.
///
/// An implementer must say the function as an [Expression]; its derivative, and the kernels that run both at an engine's
/// full speed, come from that. See the package page for a complete one. Functions of a whole row, such as softmax, are
/// [RowActivation]s.
public interface Activation extends Plugin {
    /// The formula of g for the input x.
    Expression apply(Expression x);
}
