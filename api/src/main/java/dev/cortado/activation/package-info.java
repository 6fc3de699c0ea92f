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
/// everywhere, at every engine's full speed; the derivative is worked out from the formula.
@NullMarked
package dev.cortado.activation;

import org.jspecify.annotations.NullMarked;
