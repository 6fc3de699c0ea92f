package dev.cortado.dashboard.race;

import java.util.List;

/// How loss and accuracy went, point by point.
///
/// @param epoch where the points lie, in epochs
/// @param seconds where they lie, in seconds of the lane's own computing
/// @param loss the mean loss
/// @param accuracy the part that was right; NaN where targets are not classes
public record Curve(List<Double> epoch, List<Double> seconds, List<Double> loss, List<Double> accuracy) {
    static final Curve EMPTY = new Curve(List.of(), List.of(), List.of(), List.of());

    static Curve point(double epoch, double seconds, double loss, double accuracy) {
        return new Curve(List.of(epoch), List.of(seconds), List.of(loss), List.of(accuracy));
    }

    Curve plus(Curve more) {
        Curve all = new Curve(Series.join(epoch, more.epoch), Series.join(seconds, more.seconds),
                Series.join(loss, more.loss), Series.join(accuracy, more.accuracy));
        return Series.tooLong(all.epoch) ? all.halved() : all;
    }

    private Curve halved() {
        return new Curve(Series.halve(epoch, Series.LATER), Series.halve(seconds, Series.LATER),
                Series.halve(loss, Series.MEAN), Series.halve(accuracy, Series.MEAN));
    }
}
