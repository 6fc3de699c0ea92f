package dev.cortado.dashboard.race;

/// A row of the table that a race ends with.
///
/// @param engine the engine's name
/// @param epoch the number of the epoch, from 1
/// @param loss the mean loss in training over the epoch
/// @param accuracy on the test set after the epoch
/// @param seconds how long the lane had computed by then
/// @param samplesPerSecond how fast it was since the row before
public record EpochRow(
        String engine, int epoch, double loss, double accuracy, double seconds, double samplesPerSecond) {
    private static final int MOST_ROWS = 20;

    /// Every how manieth epoch has a row.
    static int every(int epochs) {
        return (epochs + MOST_ROWS - 1) / MOST_ROWS;
    }
}
