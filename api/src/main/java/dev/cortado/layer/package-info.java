/// Layers: what a network is made of.
///
/// A [Layer] is a value: it says what goes in and out and how, and holds no numbers. The numbers belong to the network, which
/// hands each layer its own. Forward and backward stand in the same place: forward returns what comes out together with the
/// way back, which goes from the gradient of the output to those of the parameters and of the input by the chain rule.
///
/// - [Dense] mixes all numbers of a sample, [Conv2d] slides filters over images, [Embedding] looks words up;
/// - [ActivationLayer] and [SoftmaxLayer] bend, [FeatureMap] bends once and for all, by chosen products;
/// - [MaxPool2d], [AvgPool2d], [GlobalMaxPool2d] and [GlobalAvgPool2d] make images smaller;
/// - [BatchNorm] and [LayerNorm] keep numbers in a good range, [Dropout] and [GaussianNoise] keep the network from learning by
///   heart;
/// - [Flatten] and [Reshape] change the shape alone, [Residual] puts a way around other layers.
///
/// Shapes are those of one sample, images are `[channels, height, width]`. In text, a net of the LeNet kind:
///
/// ```text
/// conv2d(8, 5, activation=relu)   max_pool2d   conv2d(16, 5, activation=relu)   max_pool2d
/// flatten   dense(128, relu)   dense(10)
/// ```
///
/// A complete layer of one's own, a learned factor for every number; a line with its class name in
/// `META-INF/services/dev.cortado.layer.Layer` makes it known as `scale`:
///
/// ```java
/// public record Scale() implements Layer {
///     public Shape outputShape(Shape input) { return input; }
///
///     public List<Weight> weights(Shape input) {
///         return List.of(new Weight("factor", input, Role.WEIGHT, new Ones(), 1, 1));
///     }
///
///     public Pass forward(Tensor input, Parameters parameters, Step step) {
///         Tensor output = product(input, parameters.value("factor"), step);
///         return new Pass(output, new Pass.Back() {
///             public void addParameterGradients(Tensor outputGradient) {
///                 Tensor products = step.ops().tensor(input.shape());
///                 for (int i = 0; i < products.elements(); i++) {
///                     products.data()[i] = outputGradient.data()[i] * input.data()[i];
///                 }
///                 step.ops().addSumOfRows(products, parameters.get("factor").gradient());
///             }
///
///             public Tensor inputGradient(Tensor outputGradient) {
///                 return product(outputGradient, parameters.value("factor"), step);
///             }
///         });
///     }
///
///     private Tensor product(Tensor batch, Tensor factor, Step step) {
///         Tensor result = step.ops().tensor(batch.shape());
///         for (int i = 0; i < result.elements(); i++) {
///             result.data()[i] = batch.data()[i] * factor.data()[i % factor.elements()];
///         }
///         return result;
///     }
/// }
/// ```
@NullMarked
package dev.cortado.layer;

import org.jspecify.annotations.NullMarked;
