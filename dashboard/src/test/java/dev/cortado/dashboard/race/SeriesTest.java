package dev.cortado.dashboard.race;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void aLongCurveIsHalvedAndKeepsItsEnds() {
        Curve curve = Curve.EMPTY;
        for (int i = 0; i <= Series.LONGEST; i++) {
            curve = curve.plus(Curve.point(i, i / 2.0, i % 2, 1));
        }
        assertThat(curve.epoch()).hasSize(Series.LONGEST / 2 + 1).isSorted();
        assertThat(curve.epoch().getFirst()).isEqualTo(1);
        assertThat(curve.epoch().getLast()).isEqualTo(Series.LONGEST);
        assertThat(curve.seconds().getLast()).isEqualTo(Series.LONGEST / 2.0);
        assertThat(curve.loss().subList(0, Series.LONGEST / 2)).containsOnly(0.5);
        assertThat(curve.accuracy()).containsOnly(1.0);
    }

    @Test
    void aPeakOfDisagreementSurvives() {
        Agreement agreement = Agreement.EMPTY;
        for (int i = 0; i < 10_000; i++) {
            agreement = agreement.plus(new Agreement(
                    java.util.List.of((double) i), java.util.List.of(i == 4321 ? 1.0 : 0.0), "0.weight"));
        }
        assertThat(agreement.weights()).hasSizeLessThanOrEqualTo(Series.LONGEST).contains(1.0);
    }

    @Test
    void layersAreSplitAtTheCommasOutsideOfBrackets() {
        assertThat(LayerList.split("flatten, dense(100, sigmoid),dense(10)"))
                .containsExactly("flatten", "dense(100, sigmoid)", "dense(10)");
        assertThat(LayerList.split("residual([dense(4, tanh), dense(4)]), dense(1)"))
                .containsExactly("residual([dense(4, tanh), dense(4)])", "dense(1)");
    }
}
