/// Activations: the function g a neuron applies to its weighted sum.
///
/// An [Activation] is written as a formula, and that is all of it:
///
/// ```java
/// public record Swish(double beta) implements Activation {
///     public Swish() { this(1.0); }
///     public Expression apply(Expression x) { return x.times(x.times(beta).sigmoid()); }
/// }
/// ```
///
/// With the line `my.package.Swish` in `META-INF/services/dev.cortado.activation.Activation`, `dense(100, swish)` works
/// everywhere, at every engine's full speed; the derivative is worked out from the formula. At a kink it is one of the one-sided
/// slopes: [Relu]'s at 0 is 0.
///
/// A formula is computed in float32 as it is written. One that is to hold far out is better written with `sigmoid` and
/// `softplus`, which never overflow, than with `exp` and `log`; what `select` does not choose has no effect.
///
/// Functions of a whole row, [Softmax] and [LogSoftmax], are [RowActivation]s, computed by the engine's own kernels.
@NullMarked
package dev.cortado.activation;

import org.jspecify.annotations.NullMarked;
