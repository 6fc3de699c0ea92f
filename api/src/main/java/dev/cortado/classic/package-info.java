/// Classic: scikit-learn's multi-layer perceptrons, for whoever knows them or wants a model in three lines.
///
/// ```java
/// double[][] x = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
/// MlpClassifier xor = new MlpClassifier().hiddenLayerSizes(4).activation("tanh").solver(Solver.LBFGS);
/// xor.fit(x, new String[] {"equal", "different", "different", "equal"});
/// String[] told = xor.predictLabels(x);
/// ```
///
/// [MlpClassifier] and [MlpRegressor] have scikit-learn's parameters under their Java names, with its defaults and meaning:
/// from the same first weights and batches they take the same steps and stop at the same iteration. Inside works a
/// [network][dev.cortado.network.Network] and a [training][dev.cortado.training.Training] on any engine; `network()` hands
/// out a copy.
///
/// | solver | step |
/// |---|---|
/// | [Solver#SGD] | v ← μ v − η g, w ← w + v; with Nesterov w ← w + μ v − η g |
/// | [Solver#ADAM] | w ← w − η √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v + ε) |
/// | [Solver#LBFGS] | a line search along −H g, H from the last ten steps |
///
/// g is the gradient of the loss plus α/2 · Σ w² / n, over the n samples of the batch. The loss is −Σ y log p, a mean over
/// the samples, or half the mean squared error. Three things differ: random numbers are this toolkit's, not NumPy's, and seeded
/// in any case; arithmetic is float32; a classifier wants at least two classes.
@NullMarked
package dev.cortado.classic;

import org.jspecify.annotations.NullMarked;
