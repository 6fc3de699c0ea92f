/// Data: samples to learn from, and the batches drawn from them.
///
/// A [Dataset] is anything that can write chosen samples into a batch: an array of numbers ([TensorDataset]), bytes that are
/// scaled as they are drawn, a part of another data set.
///
/// An [Augmentation] changes samples at random as they are drawn for learning: `random_shift(2)` moves images about.
@NullMarked
package dev.cortado.data;

import org.jspecify.annotations.NullMarked;
