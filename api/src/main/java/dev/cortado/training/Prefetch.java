package dev.cortado.training;

import dev.cortado.data.Dataset;
import dev.cortado.engine.Ahead;
import dev.cortado.engine.Ops;
import dev.cortado.evaluation.Drawing;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The mini-batches of a training: each drawn ahead if it was announced, by threads that have nothing else to do while the one before is learned from.
final class Prefetch {
    private final Dataset data;
    private final Ops ops;
    /// Those that wait to be used again.
    private final List<MiniBatch> free = new ArrayList<>();
    private @Nullable MiniBatch present;
    private @Nullable Announced next;

    Prefetch(Dataset data, Ops ops) {
        this.data = data;
        this.ops = ops;
    }

    /// The samples at some places of an order. What was given before is used again.
    MiniBatch take(int[] order, int from, int to) {
        release();
        Announced announced = next;
        if (announced != null && announced.batch.holds(order, from, to)) {
            next = null;
            present = announced.batch;
            announced.drawing.finish();
            return announced.batch;
        }
        cancel();
        MiniBatch batch = of(order, from, to);
        present = batch;
        ops.share(to - from, batch.inputs.elements(), batch.drawing);
        return batch;
    }

    private void release() {
        if (present != null) {
            free.add(present);
            present = null;
        }
    }

    /// Says which samples will probably be taken next.
    void announce(int[] order, int from, int to) {
        MiniBatch batch = of(order, from, to);
        next = new Announced(batch, ops.ahead(to - from, batch.inputs.elements(), batch.drawing));
    }

    /// One for these samples, which are not drawn yet.
    private MiniBatch of(int[] order, int from, int to) {
        MiniBatch batch = ofRows(to - from);
        System.arraycopy(order, from, batch.samples, 0, to - from);
        return batch;
    }

    private MiniBatch ofRows(int rows) {
        for (int i = 0; i < free.size(); i++) {
            if (free.get(i).samples.length == rows) {
                return free.remove(i);
            }
        }
        return new MiniBatch(rows);
    }

    /// Gives up what has been announced.
    void cancel() {
        if (next != null) {
            next.drawing.cancel();
            free.add(next.batch);
            next = null;
        }
    }

    private record Announced(MiniBatch batch, Ahead drawing) {
    }

    /// The inputs and targets of some samples, and the memory they are in.
    final class MiniBatch {
        final Tensor inputs;
        final Tensor targets;
        private final int[] samples;
        private final Drawing drawing;

        private MiniBatch(int rows) {
            inputs = Tensor.zeros(data.inputShape().batch(rows));
            targets = Tensor.zeros(data.targetShape().batch(rows));
            samples = new int[rows];
            drawing = new Drawing(data, samples, 0, inputs, targets);
        }

        private boolean holds(int[] order, int from, int to) {
            return Arrays.equals(samples, 0, samples.length, order, from, to);
        }
    }
}
