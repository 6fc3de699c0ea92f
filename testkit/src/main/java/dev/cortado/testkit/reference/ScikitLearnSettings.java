package dev.cortado.testkit.reference;

import dev.cortado.classic.LearningRate;
import dev.cortado.classic.Mlp;
import dev.cortado.classic.Solver;
import java.util.Arrays;
import java.util.Locale;

/// Scikit-learn's parameters by scikit-learn's names.
final class ScikitLearnSettings {
    private ScikitLearnSettings() {
    }

    /// Gives each parameter to an estimator; fails at one that is unknown.
    static void lay(ReferenceCase parameters, Mlp<?> mlp) {
        for (String name : parameters.names()) {
            lay(name, parameters, mlp);
        }
    }

    private static void lay(String name, ReferenceCase from, Mlp<?> mlp) {
        switch (name) {
            case "hidden_layer_sizes" ->
                mlp.hiddenLayerSizes(from.isList(name)
                        ? Arrays.stream(from.numbers(name)).mapToInt(each -> (int) each).toArray()
                        : new int[] {(int) from.number(name)});
            case "activation" -> mlp.activation(from.text(name));
            case "solver" -> mlp.solver(Solver.valueOf(from.text(name).toUpperCase(Locale.ROOT)));
            case "learning_rate" -> mlp.learningRate(LearningRate.valueOf(from.text(name).toUpperCase(Locale.ROOT)));
            case "batch_size" -> layBatchSize(from, mlp);
            case "max_iter" -> mlp.maxIter((int) from.number(name));
            case "n_iter_no_change" -> mlp.nIterNoChange((int) from.number(name));
            case "max_fun" -> mlp.maxFun((int) from.number(name));
            case "random_state" -> mlp.randomState((long) from.number(name));
            case "shuffle" -> mlp.shuffle(from.truth(name));
            case "warm_start" -> mlp.warmStart(from.truth(name));
            case "verbose" -> mlp.verbose(from.truth(name));
            case "nesterovs_momentum" -> mlp.nesterovsMomentum(from.truth(name));
            case "early_stopping" -> mlp.earlyStopping(from.truth(name));
            default -> layNumber(name, from, mlp);
        }
    }

    private static void layNumber(String name, ReferenceCase from, Mlp<?> mlp) {
        double value = from.number(name);
        switch (name) {
            case "alpha" -> mlp.alpha(value);
            case "learning_rate_init" -> mlp.learningRateInit(value);
            case "power_t" -> mlp.powerT(value);
            case "tol" -> mlp.tol(value);
            case "momentum" -> mlp.momentum(value);
            case "validation_fraction" -> mlp.validationFraction(value);
            case "beta_1" -> mlp.beta1(value);
            case "beta_2" -> mlp.beta2(value);
            case "epsilon" -> mlp.epsilon(value);
            default -> throw from.failure("the parameter '%s' is unknown".formatted(name));
        }
    }

    private static void layBatchSize(ReferenceCase from, Mlp<?> mlp) {
        if (!from.isText("batch_size")) {
            mlp.batchSize((int) from.number("batch_size"));
        } else if (from.text("batch_size").equals("auto")) {
            mlp.autoBatchSize();
        } else {
            throw from.failure("the batch_size '%s' is neither a number nor auto".formatted(from.text("batch_size")));
        }
    }
}
