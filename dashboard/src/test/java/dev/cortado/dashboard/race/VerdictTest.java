package dev.cortado.dashboard.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.dashboard.data.Stripes;
import dev.cortado.data.Dataset;
import dev.cortado.engine.Plain;
import dev.cortado.network.Network;
import dev.cortado.network.Predictor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private final Dataset test = new Stripes().test();

    private Result result(String lastLayer, String loss) {
        try (Network network = Network.input(1, 3, 3).layers("flatten", lastLayer).loss(loss).optimizer("sgd").build(5);
                Predictor predictor = network.predictor(new Plain())) {
            return Verdict.of(network.architecture(), predictor, test);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dense(3)          | cross_entropy        | true
            dense(3)          | binary_cross_entropy | true
            dense(3, softmax) | mean_squared_error   | true
            dense(3, sigmoid) | mean_squared_error   | true
            dense(3)          | mean_squared_error   | false
            dense(3, tanh)    | mean_squared_error   | false
            dense(3)          | hinge                | false
            """)
    void outputsAreProbabilitiesOnlyIfTheyComeOutAsSuch(String lastLayer, String loss, boolean probabilities) {
        Result result = result(lastLayer, loss);
        assertThat(result.probabilities()).isEqualTo(probabilities);
        assertThat(result.wrongCount()).isPositive();
    }

    @Test
    void everyCellWithACountHasSamplesToShow() {
        Result result = result("dense(3)", "cross_entropy");
        for (int truth = 0; truth < 3; truth++) {
            for (int predicted = 0; predicted < 3; predicted++) {
                int count = truth == predicted ? 0 : result.confusion().get(truth).get(predicted);
                assertThat(shown(result, truth, predicted)).as("%d taken for %d", truth, predicted)
                        .hasSize(Math.min(count, Mistakes.MOST_OF_A_PAIR));
            }
        }
    }

    private static List<Result.Wrong> shown(Result result, int truth, int predicted) {
        return result.wrong().stream().filter(wrong -> wrong.truth() == truth && wrong.predicted() == predicted).toList();
    }

    @Test
    void aCellKeepsItsSurest() {
        Mistakes mistakes = new Mistakes(10);
        for (int i = 0; i < 1000; i++) {
            mistakes.add(new Result.Wrong(i, 4, 9, 0.5 + i / 2000.0));
        }
        mistakes.add(new Result.Wrong(1000, 0, 1, 0.1));
        assertThat(mistakes.count()).isEqualTo(1001);
        assertThat(mistakes.surest()).extracting(Result.Wrong::index).hasSize(21).startsWith(999, 998, 997).endsWith(980, 1000);
    }

    @Test
    void ofManyClassesEachCellKeepsAtLeastOne() {
        Mistakes mistakes = new Mistakes(100);
        mistakes.add(new Result.Wrong(0, 98, 99, 0.1));
        mistakes.add(new Result.Wrong(1, 98, 99, 0.2));
        mistakes.add(new Result.Wrong(2, 97, 99, 0.1));
        assertThat(mistakes.surest()).extracting(Result.Wrong::index).containsExactly(1, 2);
    }
}
