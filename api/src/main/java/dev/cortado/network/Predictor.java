package dev.cortado.network;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Identity;
import dev.cortado.engine.Engine;
import dev.cortado.engine.Ops;
import dev.cortado.layer.Step;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// A network ready to predict on one engine, with memory of its own that is used again and again. For one thread at a time;
/// to be closed.
public final class Predictor implements AutoCloseable {
    /// Larger batches go through in parts of this many rows, so that the memory stays small and in the caches.
    private static final int ROWS_AT_ONCE = 256;

    private final Network network;
    private final Ops ops;
    private final Step step;

    Predictor(Network network, Engine engine) {
        this.network = network;
        this.ops = Ops.open(engine);
        this.step = new Step(ops, false, Randomness.seed(0));
    }

    /// What the network says of a batch, after the loss's link; the result is the caller's own.
    public Tensor predict(Tensor batch) {
        return through(batch, network.architecture().loss().link());
    }

    /// What the network says of a batch before the link; the result is the caller's own.
    public Tensor logits(Tensor batch) {
        return through(batch, new Identity());
    }

    private Tensor through(Tensor batch, Activation link) {
        Tensor result = Tensor.zeros(network.architecture().output().batch(batch.rows()));
        for (int start = 0; start < batch.rows() || start == 0; start += ROWS_AT_ONCE) {
            int rows = Math.min(ROWS_AT_ONCE, batch.rows() - start);
            Tensor part = rows == batch.rows() ? batch : rows(batch, start, rows);
            try {
                Tensor output = ops.activate(link, network.forward(part, step).output());
                System.arraycopy(output.data(), 0, result.data(), start * result.columns(), output.elements());
            } finally {
                ops.reset();
            }
        }
        return result;
    }

    private Tensor rows(Tensor batch, int start, int rows) {
        int[] lengths = batch.shape().toArray();
        lengths[0] = rows;
        Tensor part = ops.tensor(Shape.of(lengths));
        System.arraycopy(batch.data(), start * batch.columns(), part.data(), 0, part.elements());
        return part;
    }

    /// Ends what the engine has opened.
    @Override
    public void close() {
        ops.close();
    }
}
