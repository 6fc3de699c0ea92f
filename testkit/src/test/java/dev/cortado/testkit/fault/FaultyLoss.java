package dev.cortado.testkit.fault;

import dev.cortado.engine.Ops;
import dev.cortado.loss.Loss;
import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// The mean of squared differences, with a fault.
record FaultyLoss(Fault fault) implements Loss {
    enum Fault {
        NONE, FORGETS_THE_MEAN, WRONG_FACTOR, IGNORES_WEIGHTS, DOES_NOT_SHARE_WEIGHTS, MISSES_ITS_TARGET,
        OVERWRITES_THE_PREDICTION, ADDS_TO_THE_GRADIENT, OVERFLOWS, COUNTS_BATCHES
    }

    FaultyLoss() {
        this(Fault.NONE);
    }

    @Override
    public double evaluate(Tensor prediction, Tensor target, @Nullable Tensor weights, Ops ops, Tensor gradient) {
        double sum = 0;
        for (int i = 0; i < prediction.elements(); i++) {
            double share = share(weights, prediction, i / prediction.columns()) / prediction.columns();
            double difference = prediction.data()[i] - target.data()[i] + (fault == Fault.MISSES_ITS_TARGET ? 0.5 : 0);
            sum += share * difference * difference * (fault == Fault.OVERFLOWS ? (float) Math.exp(2 * difference) : 1);
            float slope = (float) (share * difference * (fault == Fault.WRONG_FACTOR ? 1 : 2));
            gradient.data()[i] = fault == Fault.ADDS_TO_THE_GRADIENT ? gradient.data()[i] + slope : slope;
        }
        if (fault == Fault.OVERWRITES_THE_PREDICTION) {
            prediction.fill(0);
        }
        return sum;
    }

    @Override
    public double count(Tensor target) {
        return fault == Fault.COUNTS_BATCHES ? 1 : target.rows();
    }

    private double share(@Nullable Tensor weights, Tensor prediction, int row) {
        if (fault == Fault.FORGETS_THE_MEAN) {
            return 1;
        }
        if (weights == null || fault == Fault.IGNORES_WEIGHTS) {
            return 1.0 / prediction.rows();
        }
        double sum = 0;
        for (float weight : weights.data()) {
            sum += weight;
        }
        return weights.data()[row] / (fault == Fault.DOES_NOT_SHARE_WEIGHTS ? prediction.rows() : sum);
    }
}
