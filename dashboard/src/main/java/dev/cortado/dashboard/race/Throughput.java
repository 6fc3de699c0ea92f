package dev.cortado.dashboard.race;

import java.util.List;

/// How fast a lane was, point by point.
///
/// @param seconds where the points lie, in seconds of the lane's own computing
/// @param samplesPerSecond how many samples were learned from in a second
public record Throughput(List<Double> seconds, List<Double> samplesPerSecond) {
    static final Throughput EMPTY = new Throughput(List.of(), List.of());

    static Throughput point(double seconds, double samplesPerSecond) {
        return new Throughput(List.of(seconds), List.of(samplesPerSecond));
    }

    Throughput plus(Throughput more) {
        Throughput all =
                new Throughput(Series.join(seconds, more.seconds), Series.join(samplesPerSecond, more.samplesPerSecond));
        return Series.tooLong(all.seconds)
                ? new Throughput(Series.halve(all.seconds, Series.LATER), Series.halve(all.samplesPerSecond, Series.MEAN))
                : all;
    }
}
