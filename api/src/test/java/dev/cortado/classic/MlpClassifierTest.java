package dev.cortado.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.engine.Plain;
import dev.cortado.tensor.Randomness;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MlpClassifierTest {
    private static final Randomness NOISE = Randomness.seed(7);
    private static final double[][] POINTS = IntStream.range(0, 90)
            .mapToObj(i -> new double[] {i % 3 + 0.2 * NOISE.normal(2L * i), -(i % 3) + 0.2 * NOISE.normal(2L * i + 1)})
            .toArray(double[][]::new);
    private static final int[] THIRDS = IntStream.range(0, 90).map(i -> i % 3).toArray();
    private static final String[] NAMES = Arrays.stream(THIRDS).mapToObj(i -> new String[] {"rose", "aster", "lily"}[i])
            .toArray(String[]::new);
    private static final double[][] XOR = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

    private static MlpClassifier small() {
        return new MlpClassifier().hiddenLayerSizes(8).solver(Solver.LBFGS).engine(new Plain());
    }

    private static MlpClassifier gradual() {
        return new MlpClassifier().hiddenLayerSizes(8).learningRateInit(0.02).engine(new Plain());
    }

    @Test
    void xorIsLearnedAsOneLogisticColumn() {
        MlpClassifier mlp = small().activation("tanh").fit(XOR, new int[] {0, 1, 1, 0});
        assertThat(mlp.predict(XOR)).containsExactly(0, 1, 1, 0);
        assertThat(mlp.outActivation()).isEqualTo("logistic");
        assertThat(mlp.coefs().getLast()[0]).hasSize(1);
        assertThat(Arrays.asList(mlp.predictProba(XOR))).allSatisfy(row -> assertThat(row[0] + row[1]).isEqualTo(1));
    }

    @Test
    void anInterruptedFitIsNoFit() {
        MlpClassifier classifier = gradual();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> classifier.fit(POINTS, THIRDS)).isInstanceOf(CancellationException.class).hasMessageContaining("iteration 1");
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(() -> classifier.predict(POINTS)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void labelsMayBeTextsInAscendingOrder() {
        MlpClassifier mlp = small().fit(POINTS, NAMES);
        assertThat(mlp.classes()).containsExactly("aster", "lily", "rose");
        assertThat(mlp.predictLabels(POINTS)).isEqualTo(NAMES);
        assertThat(mlp.score(POINTS, NAMES)).isEqualTo(1);
        assertThatThrownBy(() -> mlp.predict(POINTS)).isInstanceOf(IllegalStateException.class)
                .hasMessage("The labels are texts, such as 'rose': ask for predictLabels");
    }

    @Test
    void labelsMayBeAnyInts() {
        int[] odd = Arrays.stream(THIRDS).map(i -> new int[] {10, -3, 2}[i]).toArray();
        MlpClassifier mlp = small().fit(POINTS, odd);
        assertThat(mlp.classes()).containsExactly(-3, 2, 10);
        assertThat(mlp.predict(POINTS)).isEqualTo(odd);
    }

    @Test
    void aSampleMayHaveSeveralLabels() {
        int[][] y = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        MlpClassifier mlp = small().activation("tanh").fit(XOR, y);
        assertThat(mlp.predictMultilabel(XOR)).isDeepEqualTo(y);
        assertThat(mlp.score(XOR, y)).isEqualTo(1);
        assertThat(mlp.score(XOR, new int[][] {{0, 0}, {0, 1}, {1, 0}, {0, 1}})).isEqualTo(0.75);
        assertThatThrownBy(() -> mlp.predict(XOR)).hasMessageContaining("ask for predictMultilabel");
    }

    @Test
    void floatsAreFittedAsDoublesAre() {
        float[][] floats = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        int[] y = {0, 1, 1, 0};
        assertThat(small().fit(floats, y).coefs().getFirst()).isDeepEqualTo(small().fit(XOR, y).coefs().getFirst());
    }

    @Test
    void equalRandomStatesGiveEqualFitsAndOthersOthers() {
        double[][] first = gradual().randomState(1).maxIter(3).fit(POINTS, THIRDS).coefs().getFirst();
        assertThat(gradual().randomState(1).maxIter(3).fit(POINTS, THIRDS).coefs().getFirst()).isDeepEqualTo(first);
        assertThat(gradual().randomState(2).maxIter(3).fit(POINTS, THIRDS).coefs().getFirst()[0]).isNotEqualTo(first[0]);
    }

    @Test
    void theLossFallsAndTheBestIsItsSmallest() {
        MlpClassifier mlp = gradual().maxIter(30).fit(POINTS, THIRDS);
        assertThat(mlp.lossCurve()).hasSize(30);
        assertThat(mlp.nIter()).isEqualTo(30);
        assertThat(mlp.loss()).isEqualTo(mlp.lossCurve()[29]).isLessThan(0.8 * mlp.lossCurve()[0]);
        assertThat(mlp.bestLoss()).isEqualTo(Arrays.stream(mlp.lossCurve()).min().orElseThrow());
    }

    @Test
    void aWarmStartGoesOnWhereTheLastFitEnded() {
        MlpClassifier mlp = gradual().warmStart(true).maxIter(20).fit(POINTS, THIRDS);
        double before = mlp.loss();
        assertThat(mlp.fit(POINTS, THIRDS).lossCurve()).hasSize(40);
        assertThat(mlp.lossCurve()[20]).isLessThan(before);
        assertThatThrownBy(() -> mlp.fit(POINTS, NAMES)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A warm start needs the classes of the last fit, [0, 1, 2], not [aster, lily, rose]");
    }

    @Test
    void withoutAWarmStartAnotherFitBeginsAnew() {
        MlpClassifier mlp = gradual().maxIter(5).fit(POINTS, THIRDS);
        double[] curve = mlp.lossCurve();
        assertThat(mlp.fit(POINTS, THIRDS).lossCurve()).isEqualTo(curve);
    }

    @Test
    void partialFitsAddUpToAFitWithTheMemoryOfAdam() {
        MlpClassifier whole = gradual().shuffle(false).maxIter(4).fit(POINTS, THIRDS);
        MlpClassifier parts = gradual().shuffle(false);
        parts.partialFit(POINTS, THIRDS, 0, 1, 2);
        for (int i = 0; i < 3; i++) {
            parts.partialFit(POINTS, THIRDS);
        }
        assertThat(parts.coefs().getFirst()).isDeepEqualTo(whole.coefs().getFirst());
        assertThat(parts.lossCurve()).isEqualTo(whole.lossCurve());
    }

    @Test
    void aPartialFitNeedsAllClassesAndNoOthers() {
        MlpClassifier mlp = gradual();
        assertThatThrownBy(() -> mlp.partialFit(POINTS, NAMES)).hasMessageContaining("first partialFit needs all classes");
        mlp.partialFit(new double[][] {{0, 0}}, new String[] {"lily"}, "lily", "rose");
        assertThatThrownBy(() -> mlp.partialFit(POINTS, NAMES)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Label 1 is 'aster', which is not among the classes [lily, rose]");
        assertThatThrownBy(() -> mlp.partialFit(POINTS, NAMES, "lily", "aster"))
                .hasMessage("The classes are [lily, rose] since the first fit, not [lily, aster]");
        assertThatThrownBy(() -> small().partialFit(POINTS, THIRDS, 0, 1, 2)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lbfgs");
    }

    /// Either would go into the same number of columns, and into the wrong loss.
    @Test
    void aPartialFitTakesNoLabelsOfAnotherKind() {
        int[][] several = {{0, 0, 0}, {0, 1, 0}, {1, 0, 0}, {1, 1, 1}};
        int[] single = {0, 1, 2, 0};
        MlpClassifier one = gradual().partialFit(XOR, single, 0, 1, 2);
        assertThatThrownBy(() -> one.partialFit(XOR, several)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("It was not fitted with multilabel input, but with one of [0, 1, 2] for each sample");
        MlpClassifier any = gradual().partialFit(XOR, several);
        assertThatThrownBy(() -> any.partialFit(XOR, single)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("It was fitted with multilabel input, rows of 3 zeros and ones, not with one label for each sample");
        assertThatThrownBy(() -> any.partialFit(XOR, single, 0, 1, 2)).hasMessageContaining("with multilabel input");
    }

    @Test
    void earlyStoppingTakesTheWeightsThatWereBestOnTheSamplesSetAside() {
        MlpClassifier mlp = gradual().earlyStopping(true).learningRateInit(0.05).validationFraction(0.2).fit(POINTS, THIRDS);
        double best = Arrays.stream(mlp.validationScores()).max().orElseThrow();
        assertThat(mlp.validationScores()).hasSize(mlp.nIter());
        assertThat(mlp.nIter()).isLessThan(200);
        assertThat(mlp.bestValidationScore()).isEqualTo(best).isGreaterThan(0.9);
        assertThat(mlp.bestLoss()).isNaN();
    }

    @Test
    void everyIterationIsToldWhereOneAsks() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        MlpClassifier mlp = gradual().maxIter(2).verbose(new PrintStream(told, true, StandardCharsets.UTF_8)).fit(POINTS, THIRDS);
        assertThat(told.toString(StandardCharsets.UTF_8).lines()).hasSize(2).first()
                .isEqualTo(String.format(java.util.Locale.ROOT, "Iteration 1, loss = %.8f", mlp.lossCurve()[0]));
    }

    @Test
    void badSamplesAreRefusedWithWhatIsWrong() {
        assertThatThrownBy(() -> small().fit(new double[][] {{1, 2}, {3, Double.NaN}}, new int[] {0, 1}))
                .hasMessageContaining("NaN in row 1, column 1");
        assertThatThrownBy(() -> small().fit(new double[][] {{1e39}, {0}}, new int[] {0, 1})).hasMessageContaining("1.0E39");
        assertThatThrownBy(() -> small().fit(new double[][] {{1, 2}, {3}}, new int[] {0, 1}))
                .hasMessageContaining("row 0 has 2 numbers, row 1 has 1");
        assertThatThrownBy(() -> small().fit(XOR, new int[] {1, 1, 1, 1})).hasMessageContaining("all 4 labels are '1'");
        assertThatThrownBy(() -> small().fit(XOR, new int[] {0, 1})).hasMessageContaining("4 samples and 2 targets");
        assertThatThrownBy(() -> small().fit(new double[0][], new int[0])).hasMessageContaining("0 samples");
        assertThatThrownBy(() -> small().fit(new double[2][0], new int[] {0, 1})).hasMessageContaining("0 features");
        assertThatThrownBy(() -> small().fit(XOR, new int[][] {{0, 2}, {0, 0}, {0, 0}, {0, 0}}))
                .hasMessageContaining("2 in column 1");
        assertThatThrownBy(() -> small().fit(XOR, new String[] {"a", null, "b", "b"})).hasMessageContaining("Label 1 is null");
    }

    @Test
    void whatIsNotFittedOrHasOtherFeaturesCannotPredict() {
        assertThatThrownBy(() -> small().predict(XOR)).isInstanceOf(IllegalStateException.class)
                .hasMessage("This MlpClassifier is not fitted yet: call fit first");
        MlpClassifier mlp = small().fit(XOR, new int[] {0, 1, 1, 0});
        assertThatThrownBy(() -> mlp.predict(new double[][] {{1, 2, 3}})).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The samples have 3 features, it was fitted to 2");
        assertThat(mlp.predict(new double[0][])).isEmpty();
    }

    /// A text is equal to no int, and the score would be 0.
    @Test
    void labelsOfAnotherTypeAreRefused() {
        MlpClassifier ints = small().fit(POINTS, THIRDS);
        assertThatThrownBy(() -> ints.score(POINTS, NAMES)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("It was fitted to labels that are ints, and these are texts");
        MlpClassifier texts = gradual().partialFit(POINTS, NAMES, "rose", "aster", "lily");
        assertThatThrownBy(() -> texts.score(POINTS, THIRDS)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("It was fitted to labels that are texts, and these are ints");
        assertThatThrownBy(() -> texts.partialFit(POINTS, THIRDS)).hasMessageContaining("these are ints");
    }

    @Test
    void aScoreNeedsSamples() {
        MlpClassifier mlp = small().fit(XOR, new int[] {0, 1, 1, 0});
        assertThatThrownBy(() -> mlp.score(new double[0][], new int[0])).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is nothing to score: 0 samples");
        MlpClassifier any = small().fit(XOR, new int[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        assertThatThrownBy(() -> any.score(new double[0][], new int[0][])).hasMessageContaining("0 samples");
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> small().alpha(-1)).hasMessage("alpha must be at least 0, and finite, not -1.0");
        assertThatThrownBy(() -> small().momentum(1.5)).hasMessageContaining("from 0.0 to 1.0");
        assertThatThrownBy(() -> small().hiddenLayerSizes(4, 0)).hasMessage("hiddenLayerSizes must be at least 1, not 0");
        assertThatThrownBy(() -> small().beta1(1)).hasMessageContaining("below 1.0");
        assertThatThrownBy(() -> small().tol(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> small().activation("rellu")).hasMessageContaining("Did you mean 'relu'?");
    }

    @Test
    @SuppressWarnings("NullAway")
    void whatIsNullIsRefusedByItsName() {
        assertThatThrownBy(() -> small().activation((String) null)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("activation must be given, not null");
        assertThatThrownBy(() -> small().solver(null)).hasMessage("solver must be given, not null");
        int[] y = {0, 1, 1, 0};
        assertThatThrownBy(() -> small().fit(new double[][] {{1, 2}, {3, 4}, null, {5, 6}}, y)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The samples have null for row 2");
        assertThatThrownBy(() -> small().fit(new float[][] {null, {3, 4}, {1, 2}, {5, 6}}, y)).hasMessage("The samples have null for row 0");
        assertThatThrownBy(() -> small().fit(XOR, new int[][] {{0, 1}, null, {1, 1}, {0, 0}})).hasMessage("The labels have null for row 1");
    }

    @Test
    void theNetworkPredictsWhatTheClassifierDoes() {
        MlpClassifier mlp = small().fit(POINTS, THIRDS);
        double[] own = mlp.predictProba(POINTS)[0];
        float[] network = mlp.network().predict((float) POINTS[0][0], (float) POINTS[0][1]);
        for (int c = 0; c < 3; c++) {
            assertThat((double) network[c]).isEqualTo(own[c]);
        }
    }

    @Test
    void theNetworkIsThatOfTheFitWhateverIsSetAfterwards() {
        MlpClassifier mlp = gradual().activation("tanh").maxIter(3).fit(POINTS, THIRDS);
        String fitted = mlp.network().toJson();
        mlp.activation("relu").hiddenLayerSizes(3, 4).solver(Solver.SGD).learningRateInit(0.5);
        assertThat(mlp.network().toJson()).isEqualTo(fitted);
        float[] network = mlp.network().predict((float) POINTS[0][0], (float) POINTS[0][1]);
        assertThat((double) network[0]).isEqualTo(mlp.predictProba(POINTS)[0][0]);
    }

    @Test
    void withoutHiddenLayersItIsLogisticRegression() {
        assertThat(small().hiddenLayerSizes().fit(POINTS, THIRDS).coefs()).hasSize(1);
    }
}
