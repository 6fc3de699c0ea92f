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
    private @Nullable MiniBatch next;

    Prefetch(Dataset data, Ops ops) {
        this.data = data;
        this.ops = ops;
    }

    /// The samples at some places of an order. What was given before is used again.
    MiniBatch take(int[] order, int from, int to) {
        release();
        MiniBatch announced = next;
        next = null;
        if (announced != null && announced.holds(order, from, to)) {
            present = announced;
            announced.finish();
            return announced;
        }
        if (announced != null) {
            announced.cancel();
            free.add(announced);
        }
        MiniBatch drawn = ofRows(to - from);
        present = drawn;
        drawn.draw(order, from);
        return drawn;
    }

    private void release() {
        if (present != null) {
            free.add(present);
            present = null;
        }
    }

    /// Says which samples will probably be taken next.
    void announce(int[] order, int from, int to) {
        MiniBatch ahead = ofRows(to - from);
        ahead.drawAhead(order, from);
        next = ahead;
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
            next.cancel();
            next = null;
        }
    }

    /// The inputs and targets of some samples, and the memory they are in.
    final class MiniBatch {
        final Tensor inputs;
        final Tensor targets;
        private final int[] samples;
        private final Drawing drawing;
        private @Nullable Ahead ahead;

        private MiniBatch(int rows) {
            inputs = Tensor.zeros(data.inputShape().batch(rows));
            targets = Tensor.zeros(data.targetShape().batch(rows));
            samples = new int[rows];
            drawing = new Drawing(data, samples, 0, inputs, targets);
        }

        private boolean holds(int[] order, int from, int to) {
            return Arrays.equals(samples, 0, samples.length, order, from, to);
        }

        private void draw(int[] order, int from) {
            System.arraycopy(order, from, samples, 0, samples.length);
            ops.share(samples.length, inputs.elements(), drawing);
        }

        private void drawAhead(int[] order, int from) {
            System.arraycopy(order, from, samples, 0, samples.length);
            ahead = ops.ahead(samples.length, inputs.elements(), drawing);
        }

        private void finish() {
            Ahead begun = ahead;
            ahead = null;
            if (begun != null) {
                begun.finish();
            }
        }

        private void cancel() {
            Ahead begun = ahead;
            ahead = null;
            if (begun != null) {
                begun.cancel();
            }
        }
    }
}
