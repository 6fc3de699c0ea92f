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
@NullMarked
package dev.cortado.initializer;

import org.jspecify.annotations.NullMarked;
