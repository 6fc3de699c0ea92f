package dev.cortado.dashboard.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {
    @Test
    void whoRunsAloneNeedsItsOwnTime() {
        assertThat(Forecast.secondsLeft(7, List.of(), 100, 0)).isEqualTo(7);
    }

    @Test
    void theOthersTurnsCountUntilTheyAreDone() {
        assertThat(Forecast.secondsLeft(19, List.of(7.0), 100, 0)).isEqualTo(26);
        assertThat(Forecast.secondsLeft(7, List.of(19.0), 100, 0)).isEqualTo(14);
        assertThat(Forecast.secondsLeft(7, List.of(0.0, Double.NaN), 100, 0)).isEqualTo(14);
    }

    @Test
    void aSlowPaceDecides() {
        assertThat(Forecast.secondsLeft(1, List.of(1.0), 488, 1)).isEqualTo(488);
        assertThat(Forecast.secondsLeft(300, List.of(300.0), 488, 1)).isEqualTo(600);
    }

    @Test
    void beforeTheFirstStepNothingIsKnown() {
        assertThat(Forecast.secondsLeft(Double.NaN, List.of(5.0), 488, 0)).isNaN();
    }
}
