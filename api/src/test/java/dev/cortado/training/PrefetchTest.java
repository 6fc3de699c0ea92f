package dev.cortado.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.data.Dataset;
import dev.cortado.engine.Ops;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrefetchTest {
    private static final int[] ORDER = {3, 1, 4, 0, 2};

    private final List<Integer> drawn = new ArrayList<>();
    private int broken = -1;

    /// Sample n is n, and n + 10 its target.
    private final Dataset numbers = new Dataset() {
        @Override
        public int size() {
            return ORDER.length;
        }

        @Override
        public Shape inputShape() {
            return Shape.of(1);
        }

        @Override
        public Shape targetShape() {
            return Shape.of(1);
        }

        @Override
        public void draw(int[] samples, int from, int to, Tensor inputs, Tensor targets) {
            for (int i = from; i < to; i++) {
                if (samples[i] == broken) {
                    throw new IllegalStateException("sample " + broken + " cannot be read");
                }
                drawn.add(samples[i]);
                inputs.data()[i - from] = samples[i];
                targets.data()[i - from] = samples[i] + 10;
            }
        }
    };

    @Test
    void whatWasAnnouncedIsDrawnOnce() {
        try (Ops ops = Ops.open(Samples.ENGINE)) {
            Prefetch prefetch = new Prefetch(numbers, ops);
            assertHolds(prefetch.take(ORDER, 0, 2), 3, 1);
            prefetch.announce(ORDER, 2, 4);
            assertHolds(prefetch.take(ORDER, 2, 4), 4, 0);
            prefetch.announce(ORDER, 4, 5);
            assertHolds(prefetch.take(ORDER, 4, 5), 2);
            assertThat(drawn).containsExactly(3, 1, 4, 0, 2);
        }
    }

    @Test
    void theMiniBatchAtHandStaysWhileTheNextIsDrawn() {
        try (Ops ops = Ops.open(Samples.ENGINE)) {
            Prefetch prefetch = new Prefetch(numbers, ops);
            Prefetch.MiniBatch present = prefetch.take(ORDER, 0, 2);
            prefetch.announce(ORDER, 2, 4);
            Prefetch.MiniBatch next = prefetch.take(ORDER, 2, 4);
            assertThat(next.inputs).isNotSameAs(present.inputs);
            assertThat(prefetch.take(ORDER, 0, 2).inputs).as("memory that is free again").isSameAs(present.inputs);
        }
    }

    @Test
    void whatWasAnnouncedInVainIsGivenUp() {
        try (Ops ops = Ops.open(Samples.ENGINE)) {
            Prefetch prefetch = new Prefetch(numbers, ops);
            prefetch.announce(ORDER, 2, 4);
            assertHolds(prefetch.take(ORDER, 0, 2), 3, 1);
            prefetch.announce(ORDER, 2, 4);
            assertHolds(prefetch.take(ORDER, 2, 5), 4, 0, 2);
            prefetch.announce(ORDER, 2, 4);
            assertHolds(prefetch.take(new int[] {0, 0, 1, 2, 3}, 2, 4), 1, 2);
        }
    }

    @Test
    void aFailureIsThrownWhenTheSamplesAreWanted() {
        try (Ops ops = Ops.open(Samples.ENGINE)) {
            Prefetch prefetch = new Prefetch(numbers, ops);
            broken = 4;
            prefetch.announce(ORDER, 2, 4);
            assertThatThrownBy(() -> prefetch.take(ORDER, 2, 4)).hasMessage("sample 4 cannot be read");
            broken = -1;
            assertHolds(prefetch.take(ORDER, 2, 4), 4, 0);
        }
    }

    private static void assertHolds(Prefetch.MiniBatch batch, int... samples) {
        assertThat(batch.inputs.rows()).isEqualTo(samples.length);
        for (int i = 0; i < samples.length; i++) {
            assertThat(batch.inputs.data()[i]).isEqualTo(samples[i]);
            assertThat(batch.targets.data()[i]).isEqualTo(samples[i] + 10);
        }
    }
}
