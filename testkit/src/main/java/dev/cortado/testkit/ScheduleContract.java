package dev.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.plugin.Plugin;
import dev.cortado.schedule.Schedule;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every schedule must keep: its rates are finite and never negative, it remembers in its course what its state tells
/// and nothing else, and a training with it gets somewhere.
///
/// ```java
/// class HalvingTest implements ScheduleContract {
///     public Schedule schedule() { return new Halving(10); }
/// }
/// ```
public interface ScheduleContract extends FormContract {
    /// The schedule to be tested.
    Schedule schedule();

    @Override
    default Plugin plugin() {
        return schedule();
    }

    /// In trainings of no, one, a few and many steps, to their end and beyond, whether they go well or not.
    @Test
    default void itsRatesAreFiniteAndNeverNegative() {
        for (ScheduleRun.Mood mood : ScheduleRun.Mood.values()) {
            for (double base : new double[] {0, 1e-6, 0.1, 10}) {
                for (int epochs : new int[] {1, 2, 7, 300}) {
                    for (int steps : new int[] {1, 3}) {
                        new ScheduleRun(schedule(), base, epochs, steps, mood).rates(0, epochs + 3)
                                .forEach(rate -> assertThat(rate).as("a rate of %s at a base of %s in %d epochs of %d steps, going %s",
                                        schedule(), base, epochs, steps, mood).isFinite().isNotNegative());
                    }
                }
            }
        }
    }

    @Test
    default void itBearsTrainingsOfAnyLength() {
        for (long length : new long[] {0, 1, 1_000_000, 1L << 40}) {
            for (double rate : ScheduleRun.extremes(schedule(), length)) {
                assertThat(rate).as("a rate of %s in a training of %d steps", schedule(), length).isFinite().isNotNegative();
            }
        }
    }

    @Test
    default void everyCourseBeginsAnew() {
        ScheduleRun.each(schedule(), (mood, first) -> {
            List<Double> rates = first.rates(0, 12);
            ScheduleRun second = new ScheduleRun(schedule(), mood);
            ScheduleRun third = new ScheduleRun(schedule(), mood);
            List<Double> others = IntStream.range(0, 12).boxed().flatMap(epoch -> {
                List<Double> rate = second.rates(epoch, epoch + 1);
                assertThat(third.rates(epoch, epoch + 1)).as("two courses of %s side by side", schedule()).isEqualTo(rate);
                return rate.stream();
            }).toList();
            assertThat(others).as("another course of %s, going %s", schedule(), mood).isEqualTo(rates);
        });
    }

    /// A training that is taken up again after any epoch goes on with the same rates.
    @Test
    default void itsStateIsAllThatItRemembers() {
        ScheduleRun.each(schedule(), (mood, whole) -> {
            for (int epoch = 1; epoch < 12; epoch++) {
                whole.rates(epoch - 1, epoch);
                ScheduleRun resumed = new ScheduleRun(schedule(), mood);
                resumed.takeUp(whole);
                ScheduleRun copy = new ScheduleRun(schedule(), mood);
                copy.rates(0, epoch);
                assertThat(resumed.rates(epoch, 20)).as("%s resumed after epoch %d, going %s", schedule(), epoch, mood)
                        .isEqualTo(copy.rates(epoch, 20));
                assertThat(resumed.exhausted()).as("whether %s has given up", schedule()).isEqualTo(copy.exhausted());
            }
        });
    }

    @Test
    default void itsStateIsFiniteNumbersAndChangesNothing() {
        ScheduleRun.each(schedule(), (mood, run) -> {
            ScheduleRun untold = new ScheduleRun(schedule(), mood);
            for (int epoch = 0; epoch < 10; epoch++) {
                List<Double> rates = run.rates(epoch, epoch + 1);
                assertThat(untold.rates(epoch, epoch + 1)).as("%s, not asked for its state", schedule()).isEqualTo(rates);
                assertThat(run.state().values()).as("the state of %s, going %s", schedule(), mood).allMatch(Double::isFinite);
                assertThat(run.state()).as("its state, asked twice").isEqualTo(run.state());
            }
        });
    }

    @Test
    default void oneScheduleServesSeveralThreads() {
        Schedule shared = schedule();
        List<Double> expected = new ScheduleRun(shared, ScheduleRun.Mood.WORSE).rates(0, 20);
        assertThat(IntStream.range(0, 16).parallel()
                .mapToObj(_ -> new ScheduleRun(shared, ScheduleRun.Mood.WORSE).rates(0, 20)).toList())
                .as("%s on several threads", shared).allMatch(expected::equals);
    }

    /// Down the slope of x², from 1, with a base of 0.1.
    @Test
    default void aShortRunLowersTheLoss() {
        double x = 1;
        for (double rate : new ScheduleRun(schedule(), ScheduleRun.Mood.BETTER).rates(0, 20)) {
            x -= rate * 2 * x;
        }
        assertThat(x * x).as("x² from 1 after 20 epochs with %s", schedule()).isLessThan(1);
    }
}
