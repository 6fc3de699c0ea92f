package dev.cortado.dashboard.race;

import java.util.List;

/// What is raced.
///
/// @param dataset the name of a data set: `xor`
/// @param network the layers as text, separated by commas: `dense(4, tanh), dense(1)`
/// @param loss as text
/// @param optimizer as text
/// @param learningRate the optimizer's from the first step to the last
/// @param batchSize the number of samples in a mini-batch
/// @param seed of the initial weights and the order of samples
/// @param epochs how often every sample is seen
/// @param pace how many steps a second each lane does at most, so that they can be watched; 0 for as many as it can
/// @param engines the names of the engines, a lane for each
public record RaceSettings(
        String dataset, String network, String loss, String optimizer, double learningRate, int batchSize, long seed,
        int epochs, double pace, List<String> engines) {
    /// Keeps a copy of the list.
    public RaceSettings {
        engines = List.copyOf(engines);
    }

    /// The same for these engines.
    public RaceSettings withEngines(List<String> names) {
        return new RaceSettings(
                dataset, network, loss, optimizer, learningRate, batchSize, seed, epochs, pace, names);
    }

    /// The same without waiting for watchers.
    public RaceSettings unpaced() {
        return new RaceSettings(dataset, network, loss, optimizer, learningRate, batchSize, seed, epochs, 0, engines);
    }
}
