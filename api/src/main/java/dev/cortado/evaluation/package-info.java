/// Evaluation: how good a network is on samples it was not trained on, and which of many networks is the best.
///
/// A [Metric] is a figure with a name: `accuracy`, `f1(weighted)`, `roc_auc`, `log_loss`, `r2`. It is fed batch by batch:
///
/// ```java
/// double f1 = Evaluation.of(network, test, new F1(Average.MACRO));
/// ```
///
/// | for | there are |
/// |---|---|
/// | one class of each sample | [Accuracy], [TopKAccuracy], [Precision], [Recall], [F1], [RocAuc], [LogLoss] |
/// | any number of labels | [SubsetAccuracy], [RocAuc], and the three with `multilabel` |
/// | numbers | [SquaredError], [AbsoluteError], [RSquared] |
///
/// What a figure cannot say, a [ConfusionMatrix], a [RocCurve] or a [CalibrationCurve] shows, as text or as values to draw.
/// All follow scikit-learn, to its conventions where a denominator is 0.
///
/// One split of few samples says little: [CrossValidation] trains on all [Folds] but one and scores on that one, each in turn.
/// A [Search] does so for every [Candidate] of a [SearchSpace], all combinations of its values or some at random:
///
/// ```java
/// SearchSpace space = new SearchSpace().choice("rate", "0.01", "0.1").choice("activation", "tanh", "relu");
/// Search search = Search.of(space.grid(), new Accuracy(), candidate ->
///         CrossValidation.of(Folds.of(samples, 3, 1), new Accuracy(), part -> {
///             Network trained = Network.input(2).layers(candidate.fill("dense(8, ${activation})"), "dense(1)")
///                     .loss("binary_cross_entropy").optimizer(candidate.fill("adam(${rate})")).build(1);
///             Training.of(trained).data(part).epochs(5).run();
///             return trained;
///         }));
/// String activation = search.best().candidate().text("activation");
/// ```
///
/// A metric of one's own is a record, with a line in `META-INF/services/dev.cortado.evaluation.Metric`:
///
/// ```java
/// public record WorstError() implements Metric {
///     public boolean largerIsBetter() { return false; }
///     public Total start() {
///         return new Total() {
///             private double worst;
///             public void add(Tensor prediction, Tensor target) {
///                 for (int i = 0; i < target.elements(); i++) {
///                     worst = Math.max(worst, Math.abs(prediction.data()[i] - target.data()[i]));
///                 }
///             }
///             public double value() { return worst; }
///         };
///     }
/// }
/// ```
@NullMarked
package dev.cortado.evaluation;

import org.jspecify.annotations.NullMarked;
