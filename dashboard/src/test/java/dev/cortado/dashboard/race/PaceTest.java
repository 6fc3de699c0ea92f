package dev.cortado.dashboard.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 7, 10, 12.5, 14, 15, 25, 99, 100, 12_345})
    void theMeanIsThePace(double stepsPerSecond) {
        Pace pace = new Pace(stepsPerSecond);
        long steps = 0;
        for (int round = 0; round < 1000; round++) {
            steps += pace.steps();
        }
        double seconds = 1000 * pace.nanos() / 1e9;
        assertThat((double) steps).isCloseTo(stepsPerSecond * seconds, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 9, 15, 25, 99})
    void roundsDifferByAStepAtMost(double stepsPerSecond) {
        Pace pace = new Pace(stepsPerSecond);
        double mean = stepsPerSecond * pace.nanos() / 1e9;
        for (int round = 0; round < 100; round++) {
            assertThat((double) pace.steps()).isCloseTo(mean, within(1.0));
        }
    }
}
