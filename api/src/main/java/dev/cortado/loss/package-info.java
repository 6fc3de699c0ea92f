/// Losses: how wrong a prediction is, as one number, and which way is better.
///
/// Most losses are an [ElementwiseLoss]: a formula of one predicted and one wanted number, of which the mean is taken.
///
/// ```java
/// public record Quartic() implements ElementwiseLoss {
///     public Expression apply(Expression prediction, Expression target) {
///         return prediction.minus(target).pow(4);
///     }
/// }
/// ```
@NullMarked
package dev.cortado.loss;

import org.jspecify.annotations.NullMarked;
