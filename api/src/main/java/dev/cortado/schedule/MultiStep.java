package dev.cortado.schedule;

import dev.cortado.plugin.Setting;
import java.util.List;

/// Down by a factor at each of some milestones: η γ to the power of the number of milestones reached.
///
/// @param milestones the steps, or epochs, before which the rate falls
/// @param gamma γ, what it is multiplied with
/// @param per whether milestones are steps or epochs
public record MultiStep(
        @Setting(required = true, min = 0) List<Integer> milestones, @Setting(min = 0, max = 1) double gamma, Pace per)
        implements TimedSchedule {
    /// Needs milestones.
    public MultiStep() {
        this(List.of(), 0.1, Pace.STEP);
    }

    /// These milestones, in any order.
    public MultiStep {
        milestones = List.copyOf(milestones);
    }

    @Override
    public double rate(double base, Progress progress) {
        long reached = milestones.stream().filter(milestone -> milestone <= progress.done(per)).count();
        return base * Math.pow(gamma, (double) reached);
    }
}
