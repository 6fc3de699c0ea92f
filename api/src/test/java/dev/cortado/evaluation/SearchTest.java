package dev.cortado.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.data.Dataset;
import dev.cortado.data.Split;
import dev.cortado.data.TensorDataset;
import dev.cortado.network.Network;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import dev.cortado.training.Training;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {
    /// 30 points, those right of 0 of one class, every third of all.
    private static final Dataset POINTS = points();

    private static Dataset points() {
        Tensor inputs = Tensor.zeros(Shape.of(30, 2));
        Tensor targets = Tensor.zeros(Shape.of(30, 1));
        for (int i = 0; i < 30; i++) {
            targets.data()[i] = i % 3 == 0 ? 1 : 0;
            inputs.data()[2 * i] = (float) (targets.data()[i] * 2 - 1 + 0.3 * Randomness.seed(1).normal(i));
        }
        return TensorDataset.of(inputs, targets).withClasses("left", "right");
    }

    private static Network trained(Dataset data, String layer, String optimizer) {
        Network network = Network.input(2).layers(layer, "dense(1)").loss("binary_cross_entropy").optimizer(optimizer).build(1);
        Training.of(network).data(data).epochs(10).batchSize(5).run();
        return network;
    }

    @Test
    void everySampleIsSetAsideOnceAndLearnedFromOtherwise() {
        for (Folds folds : List.of(Folds.random(POINTS, 4, 1), Folds.stratified(POINTS, 4, 1))) {
            assertThat(folds.splits().stream().flatMapToInt(split -> Arrays.stream(split.validation().samples())).sorted().toArray())
                    .isEqualTo(IntStream.range(0, 30).toArray());
            for (Split split : folds.splits()) {
                assertThat(split.training().samples()).hasSize(30 - split.validation().size())
                        .doesNotContain(split.validation().samples());
                assertThat(split.validation().size()).isBetween(7, 8);
            }
        }
    }

    @Test
    void stratifiedFoldsHaveEveryClassAlike() {
        for (Split split : Folds.of(POINTS, 5, 1).splits()) {
            assertThat(Arrays.stream(split.validation().samples()).filter(sample -> sample % 3 == 0).count()).isEqualTo(2);
        }
    }

    @Test
    void equalSeedsGiveEqualFoldsAndOthersOthers() {
        assertThat(first(1)).isEqualTo(first(1)).isNotEqualTo(first(2));
        assertThatThrownBy(() -> Folds.of(POINTS, 1, 1)).hasMessageContaining("30 samples cannot be cut into 1 folds");
        assertThatThrownBy(() -> Folds.of(POINTS, 31, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int[] first(long seed) {
        return Folds.of(POINTS, 3, seed).splits().getFirst().validation().samples();
    }

    @Test
    void aCrossValidationScoresOnWhatWasSetAside() {
        CrossValidation scores = CrossValidation.of(Folds.of(POINTS, 3, 1), new Accuracy(),
                data -> trained(data, "dense(4, tanh)", "adam(0.1)"));
        assertThat(scores.scores()).hasSize(3);
        assertThat(scores.mean()).isGreaterThan(0.9);
        assertThat(new CrossValidation(List.of(1.0, 3.0)).deviation()).isEqualTo(1);
        assertThat(new CrossValidation(List.of(1.0, 3.0))).hasToString("2.0000 ± 1.0000");
    }

    @Test
    void aGridHasEveryCombination() {
        List<Candidate> grid = new SearchSpace().choice("a", "1", "2").choice("b", "x", "y", "z").grid();
        assertThat(grid).map(Candidate::toString).containsExactly(
                "{a=1, b=x}", "{a=1, b=y}", "{a=1, b=z}", "{a=2, b=x}", "{a=2, b=y}", "{a=2, b=z}");
    }

    @Test
    void randomCandidatesAreSeededAndInTheirRanges() {
        SearchSpace space = new SearchSpace().choice("activation", "relu", "tanh").magnitudes("rate", 1e-4, 1e-1)
                .between("rate 2", -1, 1).whole("units", 4, 6);
        List<Candidate> drawn = space.random(50, 3);
        assertThat(drawn).isEqualTo(space.random(50, 3)).isNotEqualTo(space.random(50, 4)).startsWith(
                space.random(10, 3).toArray(Candidate[]::new));
        assertThat(drawn).allSatisfy(each -> {
            assertThat(each.number("rate")).isBetween(1e-4, 1e-1);
            assertThat(each.number("rate 2")).isBetween(-1.0, 1.0);
            assertThat(each.whole("units")).isBetween(4, 6);
        });
        assertThat(drawn).map(each -> each.whole("units")).contains(4, 5, 6);
        assertThat(drawn.stream().filter(each -> each.number("rate") < 3.2e-3).count()).isBetween(15L, 35L);
        assertThatThrownBy(space::grid).isInstanceOf(IllegalStateException.class).hasMessageContaining("'rate' is a range");
    }

    @Test
    void aRandomRateIsATextThatAnOptimizerReads() {
        Candidate candidate = new SearchSpace().magnitudes("rate", 1e-7, 1e-6).random(1, 1).getFirst();
        Network network = Network.input(1).layers("dense(1)").optimizer(candidate.fill("adam(${rate})")).build(1);
        assertThat(network.architecture().optimizer().learningRate()).isEqualTo(candidate.number("rate"));
    }

    @Test
    void theBestComesFirstAndTheTableShowsAll() {
        List<Candidate> grid = new SearchSpace().choice("rate", "0.1", "0.0001").choice("units", "2", "4").grid();
        Search search = Search.of(grid, new LogLoss(), candidate -> CrossValidation.of(Folds.of(POINTS, 3, 1), new LogLoss(),
                data -> trained(data, candidate.fill("dense(${units}, tanh)"), candidate.fill("adam(${rate})"))));
        assertThat(search.best().candidate().text("rate")).isEqualTo("0.1");
        assertThat(search.trials()).extracting(trial -> trial.score().mean()).isSorted();
        assertThat(search.toString().lines()).hasSize(5).first().asString().matches("rank +mean +deviation +rate +units");
    }

    @Test
    void aScoreThatIsNoNumberIsTheWorst() {
        List<Candidate> both = new SearchSpace().choice("a", "bad", "good").grid();
        Search search = Search.of(both, new Accuracy(),
                candidate -> new CrossValidation(List.of(candidate.text("a").equals("bad") ? Double.NaN : 0)));
        assertThat(search.best().candidate().text("a")).isEqualTo("good");
    }

    @Test
    void whatIsNotThereIsToldWithWhatIs() {
        Candidate candidate = new SearchSpace().choice("rate", "fast").grid().getFirst();
        assertThatThrownBy(() -> candidate.fill("${rat}")).hasMessage("There is no setting 'rat' in this search; there are: rate");
        assertThatThrownBy(() -> candidate.number("rate")).hasMessage("The setting 'rate' is 'fast', no number");
        assertThatThrownBy(() -> new SearchSpace().choice("a", "1").choice("a", "2")).hasMessageContaining("already");
        assertThatThrownBy(() -> new SearchSpace().magnitudes("a", 0, 1)).hasMessageContaining("from 0.0 to 1.0");
        assertThatThrownBy(() -> Search.of(List.of(), new Accuracy(), each -> new CrossValidation(List.of())))
                .hasMessageContaining("0 candidates");
    }
}
