package dev.cortado.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.data.Dataset;
import dev.cortado.data.Split;
import dev.cortado.engine.Ops;
import dev.cortado.evaluation.Evaluation;
import dev.cortado.evaluation.TopKAccuracy;
import dev.cortado.network.Network;
import dev.cortado.training.TrainingEvent.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
    private static final Dataset CLOUDS = Samples.clouds(60, 1);
    private final List<TrainingEvent> told = new ArrayList<>();

    /// Learns far too fast to get better for long.
    private Training wild(Network network) {
        return Training.of(network, CLOUDS).batchSize(8).epochs(200).seed(4).engine(Samples.ENGINE).validation(0.5)
                .listener(told::add);
    }

    private List<TrainingEvent.EpochDone> epochs() {
        return told.stream().filter(TrainingEvent.EpochDone.class::isInstance).map(TrainingEvent.EpochDone.class::cast).toList();
    }

    private static double validationLoss(TrainingEvent.EpochDone epoch) {
        return Objects.requireNonNull(epoch.validation()).loss();
    }

    private static double loss(Network network, Dataset data) {
        try (Ops ops = Ops.open(Samples.ENGINE)) {
            return Evaluation.of(network, data, ops).loss();
        }
    }

    @Test
    void itEndsAfterThePatienceAndRestoresTheBestWeights() {
        Network network = Samples.classifier("adam(0.3)");
        wild(network).earlyStopping(EarlyStopping.patience(3)).run();
        List<Double> losses = epochs().stream().map(EarlyStoppingTest::validationLoss).toList();
        double best = losses.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        assertThat(losses).hasSizeLessThan(200);
        assertThat(losses.indexOf(best)).isEqualTo(losses.size() - 4);
        assertThat(loss(network, Split.of(CLOUDS, 0.5, 4).validation())).isEqualTo(best);
        assertThat(told.getLast()).isInstanceOfSatisfying(TrainingEvent.Finished.class,
                end -> assertThat(end.ending()).isEqualTo(Ending.STOPPED_EARLY));
        assertThat(told).contains(new TrainingEvent.Improved(losses.indexOf(best) + 1, "loss", best));
    }

    @Test
    void theLastWeightsAreKeptWhereThatIsWanted() {
        Network network = Samples.classifier("adam(0.3)");
        wild(network).earlyStopping(EarlyStopping.patience(3).keepingLast()).run();
        assertThat(loss(network, Split.of(CLOUDS, 0.5, 4).validation())).isEqualTo(validationLoss(epochs().getLast()));
    }

    @Test
    void anyMetricIsWatched() {
        wild(Samples.classifier("adam(0.01)")).earlyStopping(EarlyStopping.patience(2).on(new TopKAccuracy(2))).run();
        assertThat(told).filteredOn(TrainingEvent.Improved.class::isInstance)
                .allSatisfy(event -> assertThat(event).extracting("metric").isEqualTo(new TopKAccuracy().name()));
        assertThat(epochs()).hasSizeLessThan(200);
    }

    @Test
    void aChangeSmallerThanTheMinimumIsNoImprovement() {
        wild(Samples.classifier("sgd(0.0001)")).earlyStopping(EarlyStopping.patience(5).minimumChange(10)).run();
        assertThat(epochs()).hasSize(6);
    }

    @Test
    void withoutValidationTrainingItselfIsWatched() {
        Training.of(Samples.mlp(1), Samples.XOR).epochs(50).engine(Samples.ENGINE).listener(told::add)
                .earlyStopping(EarlyStopping.patience(1).on("accuracy")).run();
        assertThat(epochs()).hasSizeLessThan(50);
        assertThatThrownBy(() -> Training.of(Samples.mlp(1), Samples.XOR).engine(Samples.ENGINE)
                .earlyStopping(EarlyStopping.patience(1).on("subset_accuracy")).start())
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("subset_accuracy").hasMessageContaining("validation");
    }

    @Test
    void badSettingsAreRefused() {
        assertThatThrownBy(() -> EarlyStopping.patience(-1)).hasMessageContaining("at least 1, and not -1");
        assertThatThrownBy(() -> EarlyStopping.patience(0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> EarlyStopping.patience(1).minimumChange(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> EarlyStopping.patience(1).on("nonsense")).hasMessageContaining("nonsense");
        assertThatThrownBy(() -> wild(Samples.mlp(1))).hasMessageContaining("[3]");
        for (double part : new double[] {0, 1, -1, Double.NaN}) {
            assertThatThrownBy(() -> Training.of(Samples.mlp(1)).validation(part)).hasMessageContaining("" + part);
        }
        assertThatThrownBy(() -> Training.of(Samples.mlp(1), Samples.XOR).engine(Samples.ENGINE).validation(0.01).start())
                .hasMessageContaining("Of 4 samples");
    }
}
