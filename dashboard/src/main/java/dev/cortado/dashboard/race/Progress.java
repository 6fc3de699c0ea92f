package dev.cortado.dashboard.race;

/// Where a lane is.
///
/// @param epoch how many epochs are done, with the part of the current one
/// @param step how many steps are done
/// @param steps how many there are
/// @param seconds how long it has computed
/// @param samplesPerSecond how fast it was last
/// @param loss the loss in training of late
/// @param accuracy the accuracy in training of late; NaN where targets are not classes
/// @param secondsLeft how long until it is finished: the other lanes' turns, and what the pace makes it wait, included
public record Progress(
        double epoch, long step, long steps, double seconds, double samplesPerSecond, double loss, double accuracy,
        double secondsLeft) {
}
