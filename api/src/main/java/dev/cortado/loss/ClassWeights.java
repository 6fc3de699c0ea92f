package dev.cortado.loss;

import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What a sample of each class counts: a number for each, or "balanced", by which rare classes count as much as frequent ones
/// once the samples are known.
///
/// As text: `[1, 2, 0.5]`, `balanced` or `none`.
///
/// @param balanced whether the weights are yet to be worked out from the training's targets
/// @param values a number for each class; empty where all count the same, and for balanced ones
public record ClassWeights(boolean balanced, List<Double> values) {
    /// These weights.
    ///
    /// @throws IllegalArgumentException if one is negative or not finite, or none is above 0
    public ClassWeights {
        values = List.copyOf(values);
        for (double value : values) {
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("A class weight is a number from 0 on, not " + value);
            }
        }
        if (!values.isEmpty() && values.stream().allMatch(value -> value == 0)) {
            throw new IllegalArgumentException("At least one class must have a weight above 0, of " + values);
        }
        if (balanced && !values.isEmpty()) {
            throw new IllegalArgumentException("Class weights are either balanced or given, not both: " + values);
        }
    }

    /// All classes count the same.
    public static ClassWeights none() {
        return new ClassWeights(false, List.of());
    }

    /// To be worked out from the training's targets.
    public static ClassWeights byBalance() {
        return new ClassWeights(true, List.of());
    }

    /// A number for each class, in the order of the target's columns.
    public static ClassWeights of(double... values) {
        return new ClassWeights(false, Arrays.stream(values).boxed().toList());
    }

    /// Those by which all classes count the same in sum: n / (k · count), with n samples, k classes that have any, and the
    /// count of each (King and Zeng, *Logistic regression in rare events data*, 2001; scikit-learn's "balanced"). A class
    /// without samples has weight 1.
    ///
    /// @param counts how many samples there are of each class
    public static ClassWeights balancing(double... counts) {
        double samples = Arrays.stream(counts).sum();
        long classes = Arrays.stream(counts).filter(count -> count > 0).count();
        return of(Arrays.stream(counts).map(count -> count > 0 ? samples / (classes * count) : 1).toArray());
    }

    /// Fails unless targets of cross-entropy have a column for each number.
    void requireColumnsOf(Tensor target) {
        requireColumns(target.columns(), "targets", target.shape());
    }

    /// Fails unless the output of a sample has a column for each number.
    void requireColumnsOf(Shape output) {
        requireColumns(output.elements(), "outputs", output);
    }

    private void requireColumns(int columns, String what, Shape shape) {
        if (columns != values.size()) {
            throw new IllegalArgumentException("cross_entropy has weights for %d classes, the %s %s are of %d"
                    .formatted(values.size(), what, shape, columns));
        }
    }

    /// How much the rows of a batch count together: Σ w t over all rows and columns.
    double count(Tensor target) {
        requireColumnsOf(target);
        double count = 0;
        for (int r = 0; r < target.rows(); r++) {
            count += count(target, r);
        }
        return count;
    }

    /// How much one row counts.
    double count(Tensor target, int row) {
        double count = 0;
        for (int c = 0; c < values.size(); c++) {
            count += values.get(c).floatValue() * (double) target.data()[row * target.columns() + c];
        }
        return count;
    }

    /// Whether there is a number for each class.
    public boolean given() {
        return !values.isEmpty();
    }

    /// Reads the text form.
    ///
    /// @throws IllegalArgumentException if it is none
    public static ClassWeights valueOf(String text) {
        String written = text.strip();
        return switch (written) {
            case "none" -> none();
            case "balanced" -> byBalance();
            default -> numbers(written);
        };
    }

    private static ClassWeights numbers(String written) {
        if (!written.startsWith("[") || !written.endsWith("]")) {
            throw new IllegalArgumentException(
                    "class weights are balanced, none, or a number for each class such as [1, 2, 0.5], not " + written);
        }
        String inside = written.substring(1, written.length() - 1).strip();
        if (inside.isEmpty()) {
            return none();
        }
        try {
            return of(Arrays.stream(inside.split(",", -1)).mapToDouble(Double::parseDouble).toArray());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("class weights are numbers, not " + written, e);
        }
    }

    @Override
    public String toString() {
        if (values.isEmpty()) {
            return balanced ? "balanced" : "none";
        }
        return values.stream().map(ClassWeights::brief).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String brief(double value) {
        return value == Math.rint(value) && value < 1e9 ? Long.toString((long) value) : Double.toString(value);
    }
}
