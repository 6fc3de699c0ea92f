package dev.cortado.testkit.reference;

import dev.cortado.engine.Engine;
import dev.cortado.schedule.Progress;
import dev.cortado.schedule.Schedule;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// Learning rates step by step; with a metric, epoch by epoch.
final class ScheduleCases implements Family {
    private final Named named = new Named();

    @Override
    public String file() {
        return "schedules";
    }

    @Override
    public List<String> missing(ReferenceCase reference) {
        return named.missing(Schedule.class, reference.text("schedule"));
    }

    @Override
    public void run(ReferenceCase reference, Engine engine) {
        Schedule schedule = named.get(Schedule.class, reference.text("schedule"), reference.options());
        double[] expected = reference.numbers("rates");
        double[] rates = reference.has("metric")
                ? byEpochs(reference, schedule.start(), expected.length) : bySteps(reference, schedule.start(), expected.length);
        Reference.of(new ReferenceCase(reference.place() + ", rates", reference.json()), new int[] {expected.length}, expected)
                .check(Tensor.of(Shape.of(rates.length), rates), 1e-5);
    }

    /// All steps are of one epoch.
    private static double[] bySteps(ReferenceCase reference, Schedule.Course course, int steps) {
        double[] rates = new double[steps];
        for (int step = 0; step < steps; step++) {
            rates[step] = course.rate(reference.number("base"), new Progress(step, 0, 0, steps, 1));
        }
        return rates;
    }

    /// Each epoch is one step, its metric comes at its end.
    private static double[] byEpochs(ReferenceCase reference, Schedule.Course course, int epochs) {
        double[] metric = reference.numbers("metric");
        double[] rates = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++) {
            rates[epoch] = course.rate(reference.number("base"), new Progress(epoch, epoch, epoch, epochs, epochs));
            course.epochDone(metric[epoch]);
        }
        return rates;
    }
}
