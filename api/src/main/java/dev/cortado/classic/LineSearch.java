package dev.cortado.classic;

/// Looks along a line for a step at which a function has fallen enough and become flat enough: the strong Wolfe conditions,
/// by Moré and Thuente, *Line search algorithms with guaranteed sufficient decrease*, 1994, as MINPACK-2's `dcsrch` has it,
/// with the constants of L-BFGS-B.
final class LineSearch {
    private static final double DECREASE = 1e-3;
    private static final double CURVATURE = 0.9;
    private static final double WIDTH = 0.1;
    private static final double LARGEST_STEP = 1e10;

    private final double startSlope;
    private final double startValue;
    private final double enough;
    private boolean bracketed;
    private boolean modified = true;
    private double width = LARGEST_STEP;
    private double widthBefore = 2 * LARGEST_STEP;
    private double lowest;
    private double highest;
    /// The best end of the interval, and the other one: step, value and slope of each.
    private Trial best;
    private Trial other;

    /// A value and a slope on the line.
    record Trial(double step, double value, double slope) {
        /// This as seen against a line of this slope.
        Trial tilted(double by) {
            return new Trial(step, value - step * by, slope - by);
        }
    }

    LineSearch(double value, double slope, double firstStep) {
        this.startValue = value;
        this.startSlope = slope;
        this.enough = DECREASE * slope;
        this.best = new Trial(0, value, slope);
        this.other = best;
        this.highest = 5 * firstStep;
    }

    /// Whether a trial is good enough, or no better one can be found.
    boolean accepts(Trial trial) {
        boolean fallen = trial.value <= startValue + trial.step * enough;
        boolean flat = Math.abs(trial.slope) <= CURVATURE * -startSlope;
        boolean cramped = bracketed && (trial.step <= lowest || trial.step >= highest || highest - lowest <= WIDTH * highest);
        boolean far = trial.step == LARGEST_STEP && fallen && trial.slope <= enough;
        return (fallen && flat) || cramped || far;
    }

    /// The next step to try, after one that was not accepted.
    double next(Trial trial) {
        boolean fallen = trial.value <= startValue + trial.step * enough;
        if (modified && fallen && trial.slope >= 0) {
            modified = false;
        }
        double step = modified && trial.value <= best.value && !fallen ? tiltedStep(trial) : step(trial);
        if (bracketed) {
            if (Math.abs(other.step - best.step) >= 0.66 * widthBefore) {
                step = best.step + 0.5 * (other.step - best.step);
            }
            widthBefore = width;
            width = Math.abs(other.step - best.step);
            lowest = Math.min(best.step, other.step);
            highest = Math.max(best.step, other.step);
        } else {
            lowest = step + 1.1 * (step - best.step);
            highest = step + 4 * (step - best.step);
        }
        step = Math.clamp(step, 0, LARGEST_STEP);
        boolean cramped = bracketed && (step <= lowest || step >= highest || highest - lowest <= WIDTH * highest);
        return cramped ? best.step : step;
    }

    /// While the function has not fallen enough, it is the function less the decrease asked for that is minimised.
    private double tiltedStep(Trial trial) {
        best = best.tilted(enough);
        other = other.tilted(enough);
        double step = step(trial.tilted(enough));
        best = best.tilted(-enough);
        other = other.tilted(-enough);
        return step;
    }

    /// A safeguarded step by cubic and quadratic interpolation (`dcstep`), and the smaller interval.
    private double step(Trial trial) {
        boolean turned = trial.slope * Math.signum(best.slope) < 0;
        double step;
        if (trial.value > best.value) {
            step = higher(trial);
            bracketed = true;
        } else if (turned) {
            step = beyond(trial);
            bracketed = true;
        } else if (Math.abs(trial.slope) < Math.abs(best.slope)) {
            step = flatter(trial);
        } else {
            step = steeper(trial);
        }
        if (trial.value > best.value) {
            other = trial;
        } else {
            other = turned ? best : other;
            best = trial;
        }
        return step;
    }

    /// The trial is higher: the minimum lies before it.
    private double higher(Trial trial) {
        double d = trial.step - best.step;
        double theta = 3 * (best.value - trial.value) / d + best.slope + trial.slope;
        double gamma = Math.copySign(gamma(theta, best.slope, trial.slope), d);
        double cubic = best.step + (gamma - best.slope + theta) / (gamma - best.slope + gamma + trial.slope) * d;
        double quadratic = best.step + best.slope / ((best.value - trial.value) / d + best.slope) / 2 * d;
        return Math.abs(cubic - best.step) < Math.abs(quadratic - best.step) ? cubic : cubic + (quadratic - cubic) / 2;
    }

    /// The trial is lower, but the slope has turned: the minimum lies between.
    private double beyond(Trial trial) {
        double d = best.step - trial.step;
        double theta = 3 * (best.value - trial.value) / -d + best.slope + trial.slope;
        double gamma = Math.copySign(gamma(theta, best.slope, trial.slope), d);
        double cubic = trial.step + (gamma - trial.slope + theta) / (gamma - trial.slope + gamma + best.slope) * d;
        double quadratic = trial.step + trial.slope / (trial.slope - best.slope) * d;
        return Math.abs(cubic - trial.step) > Math.abs(quadratic - trial.step) ? cubic : quadratic;
    }

    /// Lower, same direction, flatter: the minimum lies further on.
    private double flatter(Trial trial) {
        double d = best.step - trial.step;
        double theta = 3 * (best.value - trial.value) / -d + best.slope + trial.slope;
        double gamma = Math.copySign(gamma(theta, best.slope, trial.slope), d);
        double r = (gamma - trial.slope + theta) / (gamma + (best.slope - trial.slope) + gamma);
        double limit = trial.step > best.step ? highest : lowest;
        double cubic = r < 0 && gamma != 0 ? trial.step + r * d : limit;
        double quadratic = trial.step + trial.slope / (trial.slope - best.slope) * d;
        boolean cubicIsNearer = Math.abs(cubic - trial.step) < Math.abs(quadratic - trial.step);
        if (!bracketed) {
            return Math.max(lowest, Math.min(highest, cubicIsNearer ? quadratic : cubic));
        }
        double step = cubicIsNearer ? cubic : quadratic;
        double guard = trial.step + 0.66 * (other.step - trial.step);
        return trial.step > best.step ? Math.min(guard, step) : Math.max(guard, step);
    }

    /// Lower, same direction, steeper still.
    private double steeper(Trial trial) {
        if (!bracketed) {
            return trial.step > best.step ? highest : lowest;
        }
        double d = other.step - trial.step;
        double theta = 3 * (trial.value - other.value) / d + other.slope + trial.slope;
        double gamma = Math.copySign(gamma(theta, other.slope, trial.slope), d);
        return trial.step + (gamma - trial.slope + theta) / (gamma - trial.slope + gamma + other.slope) * d;
    }

    private static double gamma(double theta, double a, double b) {
        double s = Math.max(Math.abs(theta), Math.max(Math.abs(a), Math.abs(b)));
        return s * Math.sqrt(Math.max(0, (theta / s) * (theta / s) - a / s * (b / s)));
    }
}
