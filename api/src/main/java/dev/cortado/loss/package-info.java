/// Losses: how wrong a prediction is, as one number, and which way is better.
///
/// Most losses are an [ElementwiseLoss]: a formula of one predicted and one wanted number, of which the mean is taken. Its
/// gradient is worked out from the formula.
///
/// ```java
/// public record Quartic() implements ElementwiseLoss {
///     public Expression apply(Expression prediction, Expression target) {
///         return prediction.minus(target).pow(4);
///     }
/// }
/// ```
///
/// With the line `my.package.Quartic` in `META-INF/services/dev.cortado.loss.Loss`, a network can be given the loss `quartic`.
///
/// A loss may take what comes before a network's last activation, and then names that activation as its [Loss#link]:
/// [CrossEntropy] takes logits and links to softmax. What goes into `exp` and `log` one after the other is so computed in one
/// piece, which never overflows.
///
/// | for | losses |
/// |---|---|
/// | numbers | `mean_squared_error`, `mean_absolute_error`, `huber`, `log_cosh` |
/// | counts | `poisson` |
/// | one of several classes | `cross_entropy` |
/// | yes or no, once or several times | `binary_cross_entropy`, `hinge`, `squared_hinge`, `perceptron` |
///
/// Samples and classes may count differently: a data set gives each sample a weight, `cross_entropy(class_weights=[1, 2, 5])`
/// or `cross_entropy(class_weights=balanced)` gives each class one ([ClassWeights]). The mean is then the weighted sum over the
/// sum of the weights.
@NullMarked
package dev.cortado.loss;

import org.jspecify.annotations.NullMarked;
