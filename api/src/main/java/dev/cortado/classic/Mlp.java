package dev.cortado.classic;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Relu;
import dev.cortado.activation.Sigmoid;
import dev.cortado.data.TensorDataset;
import dev.cortado.engine.Engine;
import dev.cortado.network.Network;
import dev.cortado.network.Predictor;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Tensor;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A multi-layer perceptron with scikit-learn's settings, defaults and meaning: what [MlpClassifier] and [MlpRegressor] have
/// in common.
///
/// Settings are given one after another before `fit`; each that is not given has scikit-learn's default, and one that is no good
/// is refused at once with an [IllegalArgumentException]. What is asked of a fit before there is one is an
/// [IllegalStateException]. Not for several threads at once while it is fitted; afterwards any thread may predict.
///
/// @param <M> which of the two it is
public abstract sealed class Mlp<M extends Mlp<M>> permits MlpClassifier, MlpRegressor {
    int[] hiddenLayerSizes = {100};
    Activation activation = new Relu();
    Solver solver = Solver.ADAM;
    double alpha = 1e-4;
    /// 0 for "auto".
    int batchSize;
    LearningRate learningRate = LearningRate.CONSTANT;
    double learningRateInit = 1e-3;
    double powerT = 0.5;
    int maxIter = 200;
    boolean shuffle = true;
    long randomState;
    double tol = 1e-4;
    boolean warmStart;
    double momentum = 0.9;
    boolean nesterovsMomentum = true;
    boolean earlyStopping;
    double validationFraction = 0.1;
    double beta1 = 0.9;
    double beta2 = 0.999;
    double epsilon = 1e-8;
    int nIterNoChange = 10;
    int maxFun = 15000;
    @Nullable Engine engine;
    @Nullable Start start;
    Consumer<String> progress = line -> { };
    private @Nullable Fit fit;

    Mlp() {
    }

    abstract M self();

    /// How many units each hidden layer has; none at all makes a linear model. `[100]` if nothing is said.
    public M hiddenLayerSizes(int... sizes) {
        for (int size : sizes) {
            Range.atLeastOne("hiddenLayerSizes", size);
        }
        this.hiddenLayerSizes = sizes.clone();
        return self();
    }

    /// The activation of the hidden layers: `identity`, `logistic`, `tanh`, `relu`, or any other that is on the class path.
    /// `relu` if nothing is said.
    public M activation(String text) {
        String name = Range.given("activation", text);
        return activation(name.equals("logistic") ? new Sigmoid() : Plugins.load().get(Activation.class, name));
    }

    /// The activation of the hidden layers.
    public M activation(Activation chosen) {
        this.activation = Range.given("activation", chosen);
        return self();
    }

    /// What fits the weights. Adam if nothing is said.
    public M solver(Solver chosen) {
        this.solver = Range.given("solver", chosen);
        return self();
    }

    /// α: α/2 times the sum of the squared weights, over the number of samples in the batch, is added to the loss. Biases are
    /// left out. 0.0001 if nothing is said.
    public M alpha(double strength) {
        this.alpha = Range.atLeastZero("alpha", strength);
        return self();
    }

    /// How many samples a step learns from, at most as many as there are; not used by lbfgs.
    public M batchSize(int samples) {
        this.batchSize = Range.atLeastOne("batchSize", samples);
        return self();
    }

    /// Scikit-learn's "auto": 200 samples, or all if there are fewer. So it is if nothing is said.
    public M autoBatchSize() {
        this.batchSize = 0;
        return self();
    }

    /// How the learning rate goes on, for sgd. Constant if nothing is said.
    public M learningRate(LearningRate chosen) {
        this.learningRate = Range.given("learningRate", chosen);
        return self();
    }

    /// η at the start, for sgd and adam. 0.001 if nothing is said.
    public M learningRateInit(double rate) {
        this.learningRateInit = Range.above("learningRateInit", rate, 0);
        return self();
    }

    /// The exponent p of `invscaling`. 0.5 if nothing is said.
    public M powerT(double exponent) {
        this.powerT = Range.atLeastZero("powerT", exponent);
        return self();
    }

    /// How many iterations at most: times through all samples, or steps of lbfgs. 200 if nothing is said.
    public M maxIter(int iterations) {
        this.maxIter = Range.atLeastOne("maxIter", iterations);
        return self();
    }

    /// Whether samples come in another order in every iteration. True if nothing is said.
    public M shuffle(boolean whether) {
        this.shuffle = whether;
        return self();
    }

    /// The seed of the first weights, the order of the samples and the validation set: equal seeds give equal fits. 0 if
    /// nothing is said, where scikit-learn takes another one each time. The numbers drawn are not NumPy's.
    public M randomState(long seed) {
        this.randomState = seed;
        return self();
    }

    /// Fitting ends where the loss (the validation score, with early stopping) has not become better by this much for more
    /// than [#nIterNoChange(int)] iterations; for lbfgs, where no derivative is larger. 0.0001 if nothing is said.
    public M tol(double difference) {
        this.tol = Range.atLeastZero("tol", difference);
        return self();
    }

    /// Whether every iteration is told to the System.Logger of this class, as INFO. False if nothing is said.
    public M verbose(boolean whether) {
        this.progress = whether ? line -> logger().log(Level.INFO, line) : line -> { };
        return self();
    }

    /// Writes a line for every iteration there.
    public M verbose(PrintStream out) {
        this.progress = out::println;
        return self();
    }

    /// Whether another `fit` goes on from the weights of the last. False if nothing is said.
    public M warmStart(boolean whether) {
        this.warmStart = whether;
        return self();
    }

    /// μ of sgd, 0 to 1. 0.9 if nothing is said.
    public M momentum(double share) {
        this.momentum = Range.within("momentum", share, 0, 1);
        return self();
    }

    /// Whether sgd looks one step ahead, as Nesterov's momentum does. True if nothing is said.
    public M nesterovsMomentum(boolean whether) {
        this.nesterovsMomentum = whether;
        return self();
    }

    /// Whether a part of the samples is set aside, fitting ends where the score on it becomes no better, and the best weights
    /// are taken; not used by lbfgs and `partialFit`. False if nothing is said.
    public M earlyStopping(boolean whether) {
        this.earlyStopping = whether;
        return self();
    }

    /// The part of the samples that early stopping sets aside. 0.1 if nothing is said.
    public M validationFraction(double part) {
        this.validationFraction = Range.below("validationFraction", Range.atLeastZero("validationFraction", part), 1);
        return self();
    }

    /// β₁ of adam. 0.9 if nothing is said.
    public M beta1(double share) {
        this.beta1 = Range.below("beta1", Range.atLeastZero("beta1", share), 1);
        return self();
    }

    /// β₂ of adam. 0.999 if nothing is said.
    public M beta2(double share) {
        this.beta2 = Range.below("beta2", Range.atLeastZero("beta2", share), 1);
        return self();
    }

    /// ε of adam. 1e-8 if nothing is said.
    public M epsilon(double small) {
        this.epsilon = Range.above("epsilon", small, 0);
        return self();
    }

    /// How many iterations without becoming better are put up with. 10 if nothing is said.
    public M nIterNoChange(int iterations) {
        this.nIterNoChange = Range.atLeastOne("nIterNoChange", iterations);
        return self();
    }

    /// How often lbfgs computes the loss at most. 15000 if nothing is said.
    public M maxFun(int evaluations) {
        this.maxFun = Range.atLeastOne("maxFun", evaluations);
        return self();
    }

    /// Who computes; without it, the engine that the class path and `-Dcortado.engine` choose.
    public M engine(Engine chosen) {
        this.engine = Range.given("engine", chosen);
        return self();
    }

    /// The first weights, instead of random ones: for each layer one matrix of [inputs, units], and one number for each unit.
    public M startFrom(List<double[][]> coefs, List<double[]> intercepts) {
        this.start = new Start(coefs, intercepts);
        return self();
    }

    /// Fits anew, or goes on with a warm start.
    final void fit(Samples samples, Task task) {
        Fit current = warmStart ? fit : null;
        Fit begun = current == null ? new Fit(this, samples, task) : current.requireLike(samples, task);
        begun.all(samples);
        fit = begun;
    }

    /// Goes on by one iteration.
    final void partialFit(Samples samples, Task task) {
        if (solver == Solver.LBFGS) {
            throw new IllegalStateException("partialFit goes batch by batch, and lbfgs does not: choose sgd or adam");
        }
        Fit begun = fit == null ? new Fit(this, samples, task) : fit.requireLike(samples, task);
        begun.once(samples);
        fit = begun;
    }

    final boolean isFitted() {
        return fit != null;
    }

    final Fit fitted() {
        Fit present = fit;
        if (present == null) {
            throw new IllegalStateException("This %s is not fitted yet: call fit first".formatted(getClass().getSimpleName()));
        }
        return present;
    }

    /// What the network says, after its last activation.
    final Tensor output(Tensor x) {
        Network network = fitted().network;
        if (x.rows() == 0) {
            return Tensor.zeros(network.architecture().output().batch(0));
        }
        Samples.requireFeatures(x, network.architecture().input().elements());
        try (Predictor predictor = network.predictor(Fit.engine(this, network))) {
            return predictor.predict(x);
        }
    }

    /// The loss after every iteration, the penalty on the weights included: the mean over its batches, each before its step.
    /// Empty for lbfgs.
    public double[] lossCurve() {
        return fitted().progress().lossCurve();
    }

    /// The smallest loss of any iteration; NaN with early stopping, as scikit-learn's is None, and for lbfgs.
    public double bestLoss() {
        return fitted().progress().bestLoss();
    }

    /// The loss after the last iteration.
    public double loss() {
        return fitted().progress().loss();
    }

    /// The number of iterations.
    public int nIter() {
        return fitted().progress().iterations();
    }

    /// The score on the validation set after every iteration; empty without early stopping.
    public double[] validationScores() {
        return fitted().progress().scores();
    }

    /// The best score on the validation set; NaN without early stopping.
    public double bestValidationScore() {
        return fitted().progress().bestScore();
    }

    /// The weights, a copy: for each layer, [inputs, units].
    public List<double[][]> coefs() {
        return Start.coefs(fitted().network);
    }

    /// The biases, a copy: for each layer, one for each unit.
    public List<double[]> intercepts() {
        return Start.intercepts(fitted().network);
    }

    /// The activation of the last layer, by scikit-learn's name: `softmax`, `logistic` or `identity`.
    public String outActivation() {
        return fitted().task.outActivation();
    }

    /// The fitted network, a copy with the standard plug-ins that are nearest: to save it, to look into it, or to train it on.
    public Network network() {
        return fitted().export();
    }

    static System.Logger logger() {
        return System.getLogger(Mlp.class.getName());
    }

    /// What the samples are as a data set.
    static TensorDataset dataset(Samples samples) {
        return TensorDataset.of(samples.x(), samples.y());
    }
}
