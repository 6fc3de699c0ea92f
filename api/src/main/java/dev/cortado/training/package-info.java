/// Training: how a network learns from samples.
///
/// ```java
/// Training.of(network).data(samples).batchSize(50).epochs(4).seed(1)
///         .listener(event -> { if (event instanceof TrainingEvent.EpochDone epoch) show(epoch.loss()); })
///         .run();
/// ```
///
/// A [Training] is described step by step and then run whole, or started and taken step by step as a [TrainingRun], one
/// mini-batch each. Whoever wants to know what happens is a [TrainingListener] and gets [TrainingEvent]s.
@NullMarked
package dev.cortado.training;

import org.jspecify.annotations.NullMarked;
