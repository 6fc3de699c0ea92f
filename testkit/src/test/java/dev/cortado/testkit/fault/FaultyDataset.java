package dev.cortado.testkit.fault;

import dev.cortado.data.Dataset;
import dev.cortado.data.DatasetProvider;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Twelve points on a line, in three classes; with a fault.
record FaultyDataset(Fault fault) implements DatasetProvider {
    enum Fault {
        NONE, IGNORES_WHO_IS_ASKED_FOR, IGNORES_WHERE_TO_BEGIN, SORTS_THE_NUMBERS, FORGETS_THE_LAST_TARGET, CHANGES_FROM_DRAW_TO_DRAW,
        NAMES_A_CLASS_TOO_MUCH, ANSWERS_TWO_CLASSES, HOLDS_NAN, IGNORES_THE_ROW, JUDGES_BY_ANOTHER_SHAPE
    }

    FaultyDataset() {
        this(Fault.NONE);
    }

    @Override
    public Dataset training() {
        return new Points(fault, Shape.of(2), new AtomicInteger());
    }

    @Override
    public Dataset test() {
        return new Points(fault, fault == Fault.JUDGES_BY_ANOTHER_SHAPE ? Shape.of(2, 1) : Shape.of(2), new AtomicInteger());
    }

    private record Points(Fault fault, Shape inputShape, AtomicInteger draws) implements Dataset {
        @Override
        public int size() {
            return 12;
        }

        @Override
        public Shape targetShape() {
            return Shape.of(3);
        }

        @Override
        public List<String> classes() {
            return fault == Fault.NAMES_A_CLASS_TOO_MUCH ? List.of("low", "middle", "high", "highest") : List.of("low", "middle", "high");
        }

        @Override
        public void draw(int[] samples, int from, int to, Tensor inputs, Tensor targets) {
            if (fault == Fault.SORTS_THE_NUMBERS) {
                Arrays.sort(samples, from, to);
            }
            draws.incrementAndGet();
            for (int row = 0; row < to - from; row++) {
                int sample = switch (fault) {
                    case IGNORES_WHO_IS_ASKED_FOR -> row % size();
                    case IGNORES_WHERE_TO_BEGIN -> samples[row];
                    default -> samples[from + row];
                };
                draw(sample, row, inputs);
                if (fault != Fault.FORGETS_THE_LAST_TARGET || row < to - from - 1) {
                    aim(sample, row, targets);
                }
            }
        }

        @Override
        public void draw(int[] samples, int from, int to, Tensor inputs, Tensor targets, int row) {
            if (fault == Fault.IGNORES_THE_ROW) {
                draw(samples, from, to, inputs, targets);
            } else {
                Dataset.super.draw(samples, from, to, inputs, targets, row);
            }
        }

        private void draw(int sample, int row, Tensor inputs) {
            inputs.data()[2 * row] = sample / 12f;
            inputs.data()[2 * row + 1] = switch (fault) {
                case HOLDS_NAN -> sample == 11 ? Float.NaN : 1;
                case CHANGES_FROM_DRAW_TO_DRAW -> draws.get();
                default -> 1;
            };
        }

        private void aim(int sample, int row, Tensor targets) {
            Arrays.fill(targets.data(), 3 * row, 3 * row + 3, 0);
            targets.data()[3 * row + sample / 4] = 1;
            if (fault == Fault.ANSWERS_TWO_CLASSES) {
                targets.data()[3 * row + (sample / 4 + 1) % 3] = 1;
            }
        }
    }
}
