package dev.cortado.network;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lends predictors, so that a network predicts from any number of threads; as many as there are processors are kept.
final class PredictorPool implements AutoCloseable {
    private final Network network;
    private final Deque<Predictor> idle = new ArrayDeque<>();

    PredictorPool(Network network) {
        this.network = network;
    }

    <T> T with(Function<Predictor, T> work) {
        Predictor lent = take();
        Predictor predictor = lent == null ? network.predictor(network.engine()) : lent;
        try {
            return work.apply(predictor);
        } finally {
            giveBack(predictor);
        }
    }

    private synchronized @Nullable Predictor take() {
        return idle.poll();
    }

    private synchronized void giveBack(Predictor predictor) {
        if (idle.size() < Runtime.getRuntime().availableProcessors()) {
            idle.push(predictor);
        } else {
            predictor.close();
        }
    }

    @Override
    public synchronized void close() {
        idle.forEach(Predictor::close);
        idle.clear();
    }
}
