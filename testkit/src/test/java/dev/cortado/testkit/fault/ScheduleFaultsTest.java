package dev.cortado.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.schedule.Schedule;
import dev.cortado.testkit.ScheduleContract;
import dev.cortado.testkit.fault.FaultySchedule.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a schedule may get wrong, and which test finds it.
class ScheduleFaultsTest {
    private static final ScopedValue<Schedule> SCHEDULE = ScopedValue.newInstance();

    @ParameterizedTest
    @CsvSource({
        "GOES_NEGATIVE_BEYOND_THE_END, itsRatesAreFiniteAndNeverNegative",
        "GOES_NEGATIVE_AT_THE_END,     itsRatesAreFiniteAndNeverNegative",
        "DIVIDES_BY_THE_LENGTH,        itBearsTrainingsOfAnyLength",
        "EXPLODES,                     itsRatesAreFiniteAndNeverNegative",
        "FORGETS_ITS_STATE,            itsStateIsAllThatItRemembers",
        "HIDES_ITS_STATE,              itsStateIsAllThatItRemembers",
        "REMEMBERS_INFINITY,           itsStateIsFiniteNumbersAndChangesNothing",
        "REMEMBERS_ACROSS_COURSES,     everyCourseBeginsAnew",
        "COUNTS_CALLS_OF_STATE,        itsStateIsFiniteNumbersAndChangesNothing",
        "NEVER_MOVES,                  aShortRunLowersTheLoss"})
    void aFaultIsFound(Fault fault, String test) {
        ScopedValue.where(SCHEDULE, new FaultySchedule(fault)).run(() ->
                assertThat(Verdict.failures(Signed.class)).containsKey(test));
    }

    @Test
    void withoutAFaultItPasses() {
        ScopedValue.where(SCHEDULE, new FaultySchedule()).run(() -> assertThat(Verdict.failures(Signed.class)).isEmpty());
    }

    static class Signed implements ScheduleContract {
        @Override
        public Schedule schedule() {
            return SCHEDULE.get();
        }
    }
}
