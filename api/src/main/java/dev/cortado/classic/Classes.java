package dev.cortado.classic;

import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The labels that there are, in ascending order, and how they are written in columns: one for two labels, or one each.
///
/// @param labels all ints, or all texts
/// @param task what they make of the last layer
record Classes(List<Object> labels, Task task) {

    /// Those among these labels, of which a sample has one.
    static Classes among(Object[] labels) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == null) {
                throw new IllegalArgumentException("Label %d is null".formatted(i));
            }
        }
        List<Object> distinct = Arrays.stream(labels).distinct().sorted().toList();
        if (distinct.size() < 2) {
            throw new IllegalArgumentException(labels.length == 0 ? "There is nothing to fit to: 0 samples"
                    : "A classifier needs at least two classes to tell apart: all %d labels are '%s'"
                            .formatted(labels.length, distinct.getFirst()));
        }
        return new Classes(distinct, distinct.size() == 2 ? Task.BINARY : Task.MULTICLASS);
    }

    /// Labels 0, 1, … of which a sample may have any number.
    static Classes any(int count) {
        if (count < 2) {
            throw new IllegalArgumentException(
                    "Several labels need at least two columns, not %d: give one label for each sample".formatted(count));
        }
        return new Classes(IntStream.range(0, count).<Object>mapToObj(label -> label).toList(), Task.MULTILABEL);
    }

    /// These, where a sample has one of them.
    Classes requireSingle() {
        if (task == Task.MULTILABEL) {
            throw new IllegalArgumentException("It was fitted with multilabel input, rows of %d zeros and ones, not with one label for each sample"
                    .formatted(labels.size()));
        }
        return this;
    }

    /// These, where a sample may have several of them.
    Classes requireMultilabel() {
        if (task != Task.MULTILABEL) {
            throw new IllegalArgumentException("It was not fitted with multilabel input, but with one of %s for each sample"
                    .formatted(labels));
        }
        return this;
    }

    /// These labels of samples, if they are ints or texts as the classes are: others are equal to none.
    Object[] requireKind(Object[] y) {
        boolean texts = labels.getFirst() instanceof String;
        if (y instanceof String[] != texts) {
            throw new IllegalArgumentException(texts ? "It was fitted to labels that are texts, and these are ints"
                    : "It was fitted to labels that are ints, and these are texts");
        }
        return y;
    }

    /// One label of each sample, in columns.
    Tensor columns(Object[] y) {
        Map<Object, Integer> places = new HashMap<>();
        labels.forEach(label -> places.put(label, places.size()));
        int columns = task == Task.BINARY ? 1 : labels.size();
        Tensor result = Tensor.zeros(Shape.of(y.length, columns));
        for (int row = 0; row < y.length; row++) {
            Integer label = places.get(y[row]);
            if (label == null) {
                throw new IllegalArgumentException("Label %d is '%s', which is not among the classes %s".formatted(row, y[row], labels));
            }
            if (columns > 1) {
                result.data()[row * columns + label] = 1;
            } else {
                result.data()[row] = label;
            }
        }
        return result;
    }

    /// Zeros and ones, in columns.
    Tensor columns(int[]... y) {
        Tensor result = Tensor.zeros(Shape.of(y.length, labels.size()));
        for (int row = 0; row < y.length; row++) {
            if (y[row].length != labels.size()) {
                throw new IllegalArgumentException("Row %d of the labels has %d columns, there are %d classes"
                        .formatted(row, y[row].length, labels.size()));
            }
            for (int c = 0; c < labels.size(); c++) {
                if (y[row][c] != 0 && y[row][c] != 1) {
                    throw new IllegalArgumentException("Row %d of the labels has %d in column %d: it must be 0 or 1"
                            .formatted(row, y[row][c], c));
                }
                result.data()[row * labels.size() + c] = y[row][c];
            }
        }
        return result;
    }
}
