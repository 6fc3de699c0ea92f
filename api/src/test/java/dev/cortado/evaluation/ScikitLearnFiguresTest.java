package dev.cortado.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every figure is that of scikit-learn 1.2.1; `metrics.py` beside the resource made them.
class ScikitLearnFiguresTest {
    private static final Offset<Double> CLOSE = within(1e-6);
    private static final JsonNode REFERENCE = read();

    private final Plugins plugins = Plugins.load();

    private static JsonNode read() {
        try (InputStream in = ScikitLearnFiguresTest.class.getResourceAsStream("metrics.json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Tensor matrix(JsonNode rows) {
        int columns = rows.get(0).isArray() ? rows.get(0).size() : 1;
        Tensor matrix = Tensor.zeros(Shape.of(rows.size(), columns));
        for (int i = 0; i < matrix.elements(); i++) {
            JsonNode row = rows.get(i / columns);
            matrix.data()[i] = (float) (row.isArray() ? row.get(i % columns) : row).doubleValue();
        }
        return matrix;
    }

    private static Tensor oneHot(JsonNode classes, int count) {
        Tensor matrix = Tensor.zeros(Shape.of(classes.size(), count));
        for (int row = 0; row < classes.size(); row++) {
            matrix.data()[row * count + classes.get(row).intValue()] = 1;
        }
        return matrix;
    }

    /// The figure of a metric by its name, fed in batches of seven, the last one shorter.
    private double figure(String metric, Tensor prediction, Tensor target) {
        Metric.Total total = plugins.get(Metric.class, metric).start();
        for (int from = 0; from < target.rows(); from += 7) {
            int rows = Math.min(7, target.rows() - from);
            total.add(part(prediction, from, rows), part(target, from, rows));
        }
        return total.value();
    }

    private static Tensor part(Tensor whole, int from, int rows) {
        Tensor part = Tensor.zeros(Shape.of(rows, whole.columns()));
        System.arraycopy(whole.data(), from * whole.columns(), part.data(), 0, part.elements());
        return part;
    }

    @ParameterizedTest
    @ValueSource(strings = {"precision", "recall", "f1"})
    void severalClassesAreAveragedAsThereAndZeroDivisionIsZero(String name) {
        JsonNode reference = REFERENCE.get("multiclass");
        Tensor prediction = matrix(reference.get("probabilities"));
        Tensor target = oneHot(reference.get("wanted"), 5);
        for (String average : new String[] {"macro", "micro", "weighted"}) {
            assertThat(figure(name + "(" + average + ")", prediction, target)).as(average)
                    .isCloseTo(reference.get(name).get(average).doubleValue(), CLOSE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"precision", "recall", "f1"})
    void severalLabelsAreAveragedAsThere(String name) {
        JsonNode reference = REFERENCE.get("multilabel");
        Tensor prediction = matrix(reference.get("probabilities"));
        Tensor target = matrix(reference.get("wanted"));
        for (String average : new String[] {"macro", "micro", "weighted"}) {
            assertThat(figure(name + "(" + average + ", multilabel=true)", prediction, target)).as(average)
                    .isCloseTo(reference.get(name).get(average).doubleValue(), CLOSE);
        }
    }

    @Test
    void everyClassHasItsOwnFigures() {
        JsonNode reference = REFERENCE.get("multiclass");
        ConfusionMatrix matrix = confusion(reference);
        ClassCounts counts = matrix.counts();
        for (int label = 0; label < 5; label++) {
            assertThat(counts.precision(label)).isCloseTo(reference.get("precision").get("each").get(label).doubleValue(), CLOSE);
            assertThat(counts.recall(label)).isCloseTo(reference.get("recall").get("each").get(label).doubleValue(), CLOSE);
            assertThat(counts.f1(label)).isCloseTo(reference.get("f1").get("each").get(label).doubleValue(), CLOSE);
        }
    }

    private static ConfusionMatrix confusion(JsonNode reference) {
        Tensor prediction = matrix(reference.get("probabilities"));
        int[] told = IntStream.range(0, prediction.rows()).map(row -> Accuracy.largest(prediction, row)).toArray();
        int[] wanted = IntStream.range(0, told.length).map(row -> reference.get("wanted").get(row).intValue()).toArray();
        return ConfusionMatrix.of(wanted, told, 5);
    }

    @Test
    void theConfusionMatrixIsTheOneThere() {
        JsonNode reference = REFERENCE.get("multiclass");
        ConfusionMatrix matrix = confusion(reference);
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 5; column++) {
                assertThat(matrix.count(row, column)).isEqualTo(reference.get("confusion").get(row).get(column).longValue());
            }
        }
        assertThat(matrix.accuracy()).isCloseTo(reference.get("accuracy").doubleValue(), CLOSE);
    }

    @Test
    void probabilitiesOfSeveralClassesHaveTheFiguresThere() {
        JsonNode reference = REFERENCE.get("multiclass");
        Tensor prediction = matrix(reference.get("probabilities"));
        Tensor target = oneHot(reference.get("wanted"), 5);
        assertThat(figure("accuracy", prediction, target)).isCloseTo(reference.get("accuracy").doubleValue(), CLOSE);
        assertThat(figure("log_loss", prediction, target)).isCloseTo(reference.get("log_loss").doubleValue(), CLOSE);
        assertThat(figure("top_k_accuracy(2)", prediction, target)).isCloseTo(reference.get("top_2").doubleValue(), CLOSE);
        assertThat(figure("top_k_accuracy(3)", prediction, target)).isCloseTo(reference.get("top_3").doubleValue(), CLOSE);
        Tensor four = matrix(reference.get("four_probabilities"));
        for (String average : new String[] {"macro", "micro", "weighted"}) {
            assertThat(figure("roc_auc(" + average + ")", four, oneHot(reference.get("wanted"), 4))).as(average)
                    .isCloseTo(reference.get("roc_auc").get(average).doubleValue(), CLOSE);
        }
    }

    @Test
    void aSingleColumnHasTheFiguresThere() {
        JsonNode reference = REFERENCE.get("binary");
        Tensor prediction = matrix(reference.get("probabilities"));
        Tensor target = matrix(reference.get("wanted"));
        for (String name : new String[] {"accuracy", "log_loss", "roc_auc"}) {
            assertThat(figure(name, prediction, target)).as(name).isCloseTo(reference.get(name).doubleValue(), CLOSE);
        }
        for (String name : new String[] {"precision", "recall", "f1"}) {
            assertThat(figure(name + "(binary)", prediction, target)).as(name)
                    .isCloseTo(reference.get(name).doubleValue(), CLOSE);
        }
    }

    @Test
    void severalLabelsHaveTheFiguresThere() {
        JsonNode reference = REFERENCE.get("multilabel");
        Tensor prediction = matrix(reference.get("probabilities"));
        Tensor target = matrix(reference.get("wanted"));
        assertThat(figure("subset_accuracy", prediction, target)).isCloseTo(reference.get("subset_accuracy").doubleValue(), CLOSE);
        for (String average : new String[] {"macro", "micro", "weighted"}) {
            assertThat(figure("roc_auc(" + average + ")", prediction, target)).as(average)
                    .isCloseTo(reference.get("roc_auc").get(average).doubleValue(), CLOSE);
        }
    }

    @Test
    void theRocCurveHasThePointsThere() {
        JsonNode reference = REFERENCE.get("binary").get("roc_curve");
        RocCurve curve = RocCurve.of(probabilities(), wanted());
        assertThat(curve.points()).hasSize(reference.get("fpr").size());
        for (int i = 0; i < curve.points().size(); i++) {
            assertThat(curve.points().get(i).falsePositives()).isCloseTo(reference.get("fpr").get(i).doubleValue(), CLOSE);
            assertThat(curve.points().get(i).truePositives()).isCloseTo(reference.get("tpr").get(i).doubleValue(), CLOSE);
            if (i > 0) {
                assertThat(curve.points().get(i).threshold())
                        .isCloseTo(reference.get("thresholds").get(i - 1).doubleValue(), CLOSE);
            }
        }
        assertThat(curve.area()).isCloseTo(REFERENCE.get("binary").get("roc_auc").doubleValue(), CLOSE);
    }

    @Test
    void theCalibrationCurveHasTheBinsThere() {
        JsonNode reference = REFERENCE.get("binary").get("calibration");
        CalibrationCurve curve = CalibrationCurve.of(probabilities(), wanted(), 7);
        assertThat(curve.bins()).hasSize(reference.get("observed").size());
        for (int i = 0; i < curve.bins().size(); i++) {
            assertThat(curve.bins().get(i).observed()).isCloseTo(reference.get("observed").get(i).doubleValue(), CLOSE);
            assertThat(curve.bins().get(i).predicted()).isCloseTo(reference.get("predicted").get(i).doubleValue(), CLOSE);
        }
    }

    private static float[] probabilities() {
        return matrix(REFERENCE.get("binary").get("probabilities")).data();
    }

    private static boolean[] wanted() {
        JsonNode labels = REFERENCE.get("binary").get("wanted");
        boolean[] wanted = new boolean[labels.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = labels.get(i).intValue() == 1;
        }
        return wanted;
    }

    @Test
    void numbersHaveTheFiguresThere() {
        JsonNode reference = REFERENCE.get("regression");
        Tensor predicted = matrix(reference.get("predicted"));
        Tensor wanted = matrix(reference.get("wanted"));
        for (String name : new String[] {"mean_squared_error", "mean_absolute_error", "r2"}) {
            assertThat(figure(name, predicted, wanted)).as(name).isCloseTo(reference.get(name).doubleValue(), CLOSE);
        }
    }
}
