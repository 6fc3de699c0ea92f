package dev.cortado.dashboard.race;

import java.util.List;

/// What a trained network makes of the samples it was not trained on.
///
/// @param accuracy the part that was right
/// @param confusion how many samples of each class (the row) were taken for each (the column)
/// @param probabilities whether the network's outputs are probabilities, and not just numbers of which the largest wins
/// @param wrong of those that were wrong the surest of each cell, the surest of all first
/// @param wrongCount how many were wrong
public record Result(double accuracy, List<List<Integer>> confusion, boolean probabilities, List<Wrong> wrong, int wrongCount) {
    /// A sample that was taken for something else.
    ///
    /// @param index its number in the test set
    /// @param truth its class
    /// @param predicted what it was taken for
    /// @param output what the network gave that class: the larger, the surer it was
    public record Wrong(int index, int truth, int predicted, double output) {
    }
}
