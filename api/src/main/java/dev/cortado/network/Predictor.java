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
    /// A batch of which the layers make more numbers than these goes through in parts.
    private static final int MOST_FLOATS = 1 << 21;
    /// A part is copied, so what is made of it has to stay in a cache with it: about so many numbers together. In fewer rows the weights would be read too often.
    private static final int FLOATS_OF_A_PART = 1 << 19, FEWEST_ROWS = 32;
    private static final Activation NO_LINK = new Identity();

    private final Network network;
    private final Ops ops;
    private final Step step;
    private final Activation link;
    private final int mostRows;
    private final int rowsOfAPart;
    private Shape resultShape;
    private boolean closed;

    Predictor(Network network, Engine engine) {
        this.network = network;
        this.ops = Ops.open(engine);
        this.step = new Step(ops, false, Randomness.seed(0));
        this.link = network.architecture().loss().link();
        long sample = network.architecture().input().elements();
        // A network of nothing makes nothing.
        long made = Math.max(1, network.architecture().shapes().stream().skip(1).mapToLong(Shape::elements).sum());
        this.rowsOfAPart = (int) Math.max(FEWEST_ROWS, FLOATS_OF_A_PART / (sample + made));
        this.mostRows = (int) Math.max(rowsOfAPart, MOST_FLOATS / made);
        this.resultShape = network.architecture().output().batch(1);
    }

    /// What the network says of a batch, after the loss's link; the result is the caller's own.
    ///
    /// @throws IllegalArgumentException if the samples have another shape than the network takes
    /// @throws IllegalStateException if this has been closed
    public Tensor predict(Tensor batch) {
        return through(batch, link);
    }

    /// What the network says of a batch before the link; the result is the caller's own.
    public Tensor logits(Tensor batch) {
        return through(batch, NO_LINK);
    }

    private Tensor through(Tensor batch, Activation link) {
        if (closed) {
            throw new IllegalStateException("The predictor has been closed and predicts no more");
        }
        network.requireSamples(batch);
        Tensor result = Tensor.zeros(resultShape(batch.rows()));
        int atOnce = batch.rows() <= mostRows ? mostRows : rowsOfAPart;
        for (int start = 0; start < batch.rows() || start == 0; start += atOnce) {
            int rows = Math.min(atOnce, batch.rows() - start);
            // A single sample is copied too: of the step's own tensors, views are kept.
            Tensor part = rows == batch.rows() && rows > 1 ? batch : rows(batch, start, rows);
            try {
                Tensor output = ops.activate(link, network.output(part, step));
                System.arraycopy(output.data(), 0, result.data(), start * result.columns(), output.elements());
            } finally {
                ops.reset();
            }
        }
        return result;
    }

    private Shape resultShape(int rows) {
        if (resultShape.rows() != rows) {
            resultShape = resultShape.sample().batch(rows);
        }
        return resultShape;
    }

    private Tensor rows(Tensor batch, int start, int rows) {
        Tensor part = ops.tensor(rows, network.architecture().input());
        System.arraycopy(batch.data(), start * batch.columns(), part.data(), 0, part.elements());
        return part;
    }

    /// Ends what the engine has opened.
    @Override
    public void close() {
        closed = true;
        ops.close();
    }
}
