/// Initializers: what the weights are before anything is learned.
///
/// Weights must differ, or all units of a layer would learn the same; and their size must fit the number of inputs, or
/// signals grow or die from layer to layer. An [Initializer] is a plug-in:
///
/// ```java
/// public record Halves() implements Initializer {
///     public double value(long element, int fanIn, int fanOut, Randomness randomness) {
///         return randomness.uniform(element) < 0.5 ? -0.5 : 0.5;
///     }
/// }
/// ```
///
/// With the line `my.package.Halves` in `META-INF/services/dev.cortado.initializer.Initializer`,
/// `dense(100, relu, initializer=halves)` works everywhere.
///
/// | before | initializers |
/// |---|---|
/// | tanh, sigmoid, nothing | `glorot_uniform`, `glorot_normal` |
/// | ReLU and its kin | `he_uniform`, `he_normal` |
/// | SELU | `lecun_uniform`, `lecun_normal` |
///
/// `orthogonal` neither stretches nor shrinks any signal; `sklearn_uniform` is what scikit-learn's networks begin with.
@NullMarked
package dev.cortado.initializer;

import org.jspecify.annotations.NullMarked;
