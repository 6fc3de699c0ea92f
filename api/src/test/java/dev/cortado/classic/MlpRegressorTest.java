package dev.cortado.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.engine.Plain;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MlpRegressorTest {
    private static final double[][] X = IntStream.range(0, 40).mapToObj(i -> new double[] {i / 20.0 - 1}).toArray(double[][]::new);
    private static final double[] SINE = Arrays.stream(X).mapToDouble(x -> Math.sin(3 * x[0])).toArray();

    private static MlpRegressor lbfgs() {
        return new MlpRegressor().hiddenLayerSizes(10).activation("tanh").solver(Solver.LBFGS).engine(new Plain());
    }

    @Test
    void aSineIsLearned() {
        MlpRegressor mlp = lbfgs().alpha(0).maxIter(500).fit(X, SINE);
        assertThat(mlp.score(X, SINE)).isGreaterThan(0.999);
        assertThat(mlp.outActivation()).isEqualTo("identity");
        assertThat(mlp.predict(X)).hasSize(40);
    }

    @Test
    void severalNumbersAreLearnedAtOnce() {
        double[][] both = Arrays.stream(X).map(x -> new double[] {x[0], -2 * x[0]}).toArray(double[][]::new);
        MlpRegressor mlp = lbfgs().fit(X, both);
        assertThat(mlp.predictOutputs(X)[0]).hasSize(2);
        assertThat(mlp.score(X, both)).isGreaterThan(0.99);
        assertThatThrownBy(() -> mlp.predict(X)).hasMessage("There are 2 outputs: ask for predictOutputs");
        assertThatThrownBy(() -> mlp.score(X, SINE)).hasMessageContaining("2 outputs and 1 columns");
    }

    /// A line y = w x + b without hidden layers: with one sample x = 1, y = 0 and w = 1, b = 0 the loss is 1/2 + α/2, its
    /// derivative by w 1 + α, by b 1.
    @Test
    void aStepIsWhatTheFormulasSay() {
        MlpRegressor mlp = new MlpRegressor().hiddenLayerSizes().solver(Solver.SGD).momentum(0).alpha(0.5).learningRateInit(0.1)
                .maxIter(1).engine(new Plain()).startFrom(List.<double[][]>of(new double[][] {{1}}), List.<double[]>of(new double[] {0}));
        mlp.fit(new double[][] {{1}}, new double[] {0});
        assertThat(mlp.lossCurve()).containsExactly(0.75);
        assertThat(mlp.coefs().getFirst()[0][0]).isEqualTo((double) (1 - 0.1f * 1.5f));
        assertThat(mlp.intercepts().getFirst()[0]).isEqualTo((double) -0.1f);
    }

    @Test
    void firstWeightsOfOtherShapesAreRefused() {
        MlpRegressor mlp = lbfgs().startFrom(List.<double[][]>of(new double[][] {{1}}), List.<double[]>of(new double[] {0}));
        assertThatThrownBy(() -> mlp.fit(X, SINE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("for 1 layers").hasMessageContaining("the network has 2");
    }

    @Test
    void targetsThatAreNotNumbersAreRefused() {
        assertThatThrownBy(() -> lbfgs().fit(new double[][] {{1}}, new double[] {Double.POSITIVE_INFINITY}))
                .hasMessageContaining("targets have Infinity");
    }

    @Test
    void earlyStoppingWatchesRSquared() {
        MlpRegressor mlp = new MlpRegressor().hiddenLayerSizes(10).activation("tanh").learningRateInit(0.02).earlyStopping(true)
                .engine(new Plain()).fit(X, SINE);
        assertThat(mlp.bestValidationScore()).isLessThanOrEqualTo(1)
                .isEqualTo(Arrays.stream(mlp.validationScores()).max().orElseThrow());
    }

    @Test
    void partialFitsOfSgdKeepTheirMomentum() {
        MlpRegressor whole = sgd().maxIter(3).fit(X, SINE);
        MlpRegressor parts = sgd().partialFit(X, SINE).partialFit(X, SINE).partialFit(X, SINE);
        assertThat(parts.coefs().getFirst()).isDeepEqualTo(whole.coefs().getFirst());
    }

    private static MlpRegressor sgd() {
        return new MlpRegressor().hiddenLayerSizes(5).solver(Solver.SGD).shuffle(false).engine(new Plain());
    }
}
