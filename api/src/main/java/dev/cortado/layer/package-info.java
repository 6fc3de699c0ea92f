/// Layers: what a network is made of.
///
/// A [Layer] is a value: it says what goes in and out and how, and holds no numbers. The numbers belong to the network, which
/// hands each layer its own. Forward and backward stand in the same place: forward returns what comes out together with the
/// way back. A complete layer, a learned factor for every number:
///
/// ```java
/// public record Scale() implements Layer {
///     public Shape outputShape(Shape input) { return input; }
///
///     public List<Weight> weights(Shape input) {
///         return List.of(new Weight("scale", input, Role.WEIGHT, new Ones(), 1, 1));
///     }
///
///     public Pass forward(Tensor input, Parameters parameters, Step step) { … }
/// }
/// ```
@NullMarked
package dev.cortado.layer;

import org.jspecify.annotations.NullMarked;
