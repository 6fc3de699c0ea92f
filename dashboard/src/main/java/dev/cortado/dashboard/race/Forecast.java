package dev.cortado.dashboard.race;

import java.util.List;

/// How long a lane will still be on its way.
final class Forecast {
    private Forecast() {
    }

    /// Lanes take turns of equal length: until this one is done, each other has computed for as long, or was done before.
    ///
    /// @param own for how many seconds this lane has to compute
    /// @param others for how many the other lanes have to; NaN where it is not known yet, and then taken to be as long
    /// @param steps how many steps this lane has to take
    /// @param pace how many it may take in a second; 0 for as many as it can
    static double secondsLeft(double own, List<Double> others, long steps, double pace) {
        double turns = own + others.stream().mapToDouble(other -> Double.isNaN(other) ? own : Math.min(own, other)).sum();
        return pace == 0 ? turns : Math.max(turns, steps / pace);
    }
}
