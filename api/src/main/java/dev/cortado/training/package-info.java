/// Training: how a network learns from samples.
///
/// ```java
/// List<TrainingEvent.EpochDone> epochs = Training.of(network, samples).batchSize(50).epochs(20).seed(1)
///         .validation(0.1).earlyStopping(3)                // a tenth is held back; three epochs no better are enough
///         .schedule("linear_warmup(10, then=cosine)")      // how the optimizer's learning rate changes
///         .checkpoint(file).resume()                       // goes on where a run that was killed has stopped
///         .run();
/// double loss = epochs.getLast().validation().loss();
/// ```
///
/// A [Training] is described step by step and then run whole, or started and taken step by step as a [TrainingRun], one
/// mini-batch each:
///
/// ```java
/// List<Double> losses = new ArrayList<>();
/// Training training = Training.of(network, samples).epochs(2).clipNorm(1).listener(event -> {
///     if (event instanceof TrainingEvent.StepDone step) {
///         losses.add(step.loss());
///     }
/// });
/// try (TrainingRun run = training.start()) {
///     while (run.step()) {
///         if (run.steps() == 100) {
///             run.learningRate(run.learningRate() / 10);
///         }
///     }
/// }
/// ```
///
/// Whoever wants to know what happens is a [TrainingListener] and gets [TrainingEvent]s; whoever wants to pause or cancel it
/// from elsewhere gives it a [TrainingControl]. [EarlyStopping] says when it is good enough, [Checkpoints] where its state is
/// written, from which another process goes on bit for bit. A loss or gradient that is not finite ends it with a
/// [DivergedException] that names step, layer and parameter.
@NullMarked
package dev.cortado.training;

import org.jspecify.annotations.NullMarked;
