package dev.cortado.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cortado.plugin.PluginException;
import dev.cortado.plugin.Plugins;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rates that PyTorch and scikit-learn gave, and what all schedules have in common.
class SchedulesTest {
    private final Plugins plugins = Plugins.load();

    private Schedule schedule(String text) {
        return plugins.get(Schedule.class, text);
    }

    /// Three steps of ten samples make an epoch.
    private static Progress progress(long step) {
        return new Progress(step, step / 3, step / 3 * 30, 30, 10);
    }

    private double[] rates(String text, int steps) {
        Schedule.Course course = schedule(text).start();
        return LongStream.range(0, steps).mapToDouble(step -> course.rate(0.1, progress(step))).toArray();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        constant | 0.1 0.1 0.1
        multi_step([5, 2], 0.5) | 0.1 0.1 0.05 0.05 0.05 0.025 0.025
        cosine_restarts(3, 2, 0.01) | 0.1 0.0775 0.0325 0.1 0.093971143 0.0775 0.055 0.0325 0.016028857 0.1 0.098466662 0.093971143
        cosine_restarts(2, 1) | 0.1 0.05 0.1 0.05 0.1
        polynomial(4, 2) | 0.1 0.05625 0.025 0.00625 0 0
        one_cycle(10, 0.1, 0.05) | 0.099318068 0.093973712 0.083864143 0.070084891 0.054129151 0.037725975 0.022652901 0.010543332 0.002709527 4e-7 4e-7
        invscaling | 0.1 0.1 0.1 0.0179605302 0.0179605302 0.0179605302 0.0128036880
        step(1, 0.5, epoch) | 0.1 0.1 0.1 0.05 0.05 0.05 0.025
        exponential(0.5, epoch) | 0.1 0.1 0.1 0.05 0.05 0.05 0.025
        inverse_scaling(1, epoch) | 0.1 0.1 0.1 0.05 0.05 0.05 0.0333333333
        cosine(2, 0, epoch) | 0.1 0.1 0.1 0.05 0.05 0.05 0 0 0 0
        linear_warmup(2, 0, then=exponential(0.5)) | 0 0.05 0.1 0.05 0.025
        linear_warmup(2, 0, step(1, 0.5, epoch), epoch) | 0 0 0 0.05 0.05 0.05 0.1 0.1 0.1 0.05
        """)
    void ratesAreThoseOfTheFormula(String text, String expected) {
        double[] wanted = Arrays.stream(expected.split(" ")).mapToDouble(Double::parseDouble).toArray();
        assertThat(rates(text, wanted.length)).containsExactly(wanted, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cosine", "polynomial", "linear_warmup(10, then=cosine)", "linear_warmup(4, per=epoch, then=cosine)",
        "cosine(per=epoch)"})
    void withoutALengthItTakesTheWholeTraining(String text) {
        Schedule.Course course = schedule(text).start();
        assertThat(course.rate(0.1, progress(20))).isGreaterThan(0.001);
        assertThat(course.rate(0.1, progress(29))).isBetween(0.0, 0.006);
        assertThat(course.rate(0.1, progress(30))).isEqualTo(0);
        assertThat(course.rate(0.1, progress(1000))).isEqualTo(0);
    }

    @Test
    void oneCycleReachesTheOptimizersRateAndEndsTheTraining() {
        double[] rates = rates("one_cycle", 30);
        assertThat(rates[0]).isCloseTo(0.004, within(1e-12));
        assertThat(rates[8]).isCloseTo(0.1, within(1e-12));
        assertThat(rates[29]).isCloseTo(4e-7, within(1e-12));
    }

    /// By torch.optim.lr_scheduler.ReduceLROnPlateau with threshold_mode="abs".
    @Test
    void plateauReducesWaitsAndStopsAtItsMinimum() {
        Schedule.Course course = schedule("plateau(0.1, 1, 0.01, cooldown=2, minimum=0.002)").start();
        double[] metric = {1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5, 0.495, 0.496, 0.49, 0.3};
        double[] rates = {0.1, 0.1, 0.1, 0.01, 0.01, 0.01, 0.01, 0.002, 0.002, 0.002, 0.002, 0.002, 0.002, 0.002};
        assertThat(follow(course, metric, 0.1)).containsExactly(rates, within(1e-9));
        assertThat(course.exhausted()).isFalse();
    }

    /// By scikit-learn's SGDOptimizer.
    @Test
    void adaptiveDividesAndGivesUp() {
        Schedule.Course course = schedule("adaptive(patience=2, minimum_change=0.1)").start();
        double[] metric = {1, 0.95, 0.92, 0.85, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8};
        double[] rates = {1e-4, 1e-4, 1e-4, 1e-4, 2e-5, 2e-5, 2e-5, 4e-6, 4e-6, 4e-6, 8e-7, 8e-7};
        assertThat(follow(course, metric, 1e-4)).containsExactly(rates, within(1e-12));
        assertThat(course.exhausted()).isFalse();
        follow(course, new double[] {0.8}, 1e-4);
        assertThat(course.exhausted()).isTrue();
    }

    private static double[] follow(Schedule.Course course, double[] metric, double base) {
        double[] rates = new double[metric.length];
        for (int epoch = 0; epoch < metric.length; epoch++) {
            rates[epoch] = course.rate(base, new Progress(epoch, epoch, epoch, 100, 100));
            course.epochDone(metric[epoch]);
        }
        return rates;
    }

    @ParameterizedTest
    @ValueSource(strings = {"plateau(0.5, 1, 0.01, 1)", "adaptive(patience=1)", "linear_warmup(3, then=plateau(0.5, 1))", "cosine(9)"})
    void aCourseGoesOnFromItsStateAsIfItHadNeverStopped(String text) {
        double[] metric = {1, 0.9, 0.9, 0.9, 0.95, 0.9, 0.8, 0.8, 0.81, 0.82, 0.8, 0.8, 0.8, 0.8};
        double[] whole = follow(schedule(text).start(), metric, 2e-5);
        for (int stop = 0; stop < metric.length; stop++) {
            Schedule.Course first = schedule(text).start();
            follow(first, Arrays.copyOf(metric, stop), 2e-5);
            Schedule.Course resumed = schedule(text).start();
            resumed.restore(new HashMap<>(first.state()));
            for (int epoch = stop; epoch < metric.length; epoch++) {
                assertThat(resumed.rate(2e-5, new Progress(epoch, epoch, epoch, 100, 100))).isEqualTo(whole[epoch]);
                resumed.epochDone(metric[epoch]);
            }
        }
    }

    @Test
    void whatIsRememberedIsFiniteAndInOneOrder() {
        Schedule.Course course = schedule("adaptive").start();
        course.epochDone(Double.NaN);
        assertThat(course.state().values()).allSatisfy(value -> assertThat(value).isFinite());
        course.rate(0.1, progress(0));
        course.epochDone(0.5);
        assertThat(course.state()).containsExactly(Map.entry("best", 0.5), Map.entry("scale", 1.0), Map.entry("rate", 0.1),
                Map.entry("bad", 0.0), Map.entry("exhausted", 0.0));
    }

    @Test
    void noRateIsEverNegativeOrInfinite() {
        List<Schedule> all = plugins.all(Schedule.class).stream().filter(each -> !each.name().equals("multi_step")).toList();
        for (Schedule each : all) {
            Schedule.Course course = each.start();
            for (long step : new long[] {0, 1, 29, 30, 31, 1000, 1L << 40}) {
                for (double base : new double[] {0, 1e-12, 0.1, 10}) {
                    double rate = course.rate(base, progress(step));
                    assertThat(rate).as("%s at step %d", each, step).isGreaterThanOrEqualTo(0).isFinite();
                }
                course.epochDone(step % 2 == 0 ? 1 : Double.NaN);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        step(0) | Setting 'step_size' of step must be at least 1, not 0
        exponential(-1) | Setting 'gamma' of exponential must be at least 0 and at most 1, not -1
        cosine(-5) | Setting 'steps' of cosine must be at least 0, not -5
        multi_step | multi_step needs 'milestones', a list, each a whole number
        plateau(1) | Setting 'factor' of plateau must be above 0 and below 1, not 1
        linear_warmup(5, then=cosine(minimum=-1)) | Setting 'minimum' of cosine must be at least 0, not -1
        step(1, per=minute) | Setting 'per' of step takes one of step, epoch, not minute
        """)
    void badSettingsAreRefused(String text, String message) {
        assertThatThrownBy(() -> schedule(text)).isInstanceOf(PluginException.class).hasMessage(message);
    }
}
