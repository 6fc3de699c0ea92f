package dev.cortado.testkit;

import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// The gradient check: holds a gradient to central differences of what it is the gradient of.
///
/// Float32 leaves a difference few digits, so the steps are wide and two widths are combined to cancel the cubic term
/// (Richardson). Where both widths disagree, or bend differently, there is a kink nearby, and nothing can be said; a fourth
/// of the elements may be so, or one of a few.
final class Slopes {
    private static final float STEP = 0x1p-5f;
    /// How far a gradient may be off, relative to the largest.
    private static final double TOLERANCE = 4e-3;

    private Slopes() {
    }

    /// Holds a gradient to the differences of a function of a tensor.
    ///
    /// @param function evaluated with the tensor's elements moved one by one; reads the very tensor x
    /// @param noise how large the values are that the function sums up: what its rounding is relative to
    static void check(Supplier<String> what, Tensor x, Tensor gradient, ToDoubleFunction<Tensor> function, double noise) {
        Differences[] near = differences(x, function, STEP);
        Differences[] wide = differences(x, function, 2 * STEP);
        double largest = Arrays.stream(near).mapToDouble(each -> Math.abs(each.slope)).max().orElse(0);
        double allowed = TOLERANCE * largest + 64 * Rounding.UNIT * noise / STEP;
        int unclear = 0;
        for (int i = 0; i < near.length; i++) {
            double slope = (4 * near[i].slope - wide[i].slope) / 3;
            if (near[i].kinked(wide[i], allowed)) {
                unclear++;
            } else if (!(Math.abs(gradient.data()[i] - slope) <= allowed)) {
                throw new AssertionError("%s: element %d of %s is %s, central differences say %.6g ± %.2g".formatted(
                        what.get(), i, gradient.shape(), gradient.data()[i], slope, allowed));
            }
        }
        if (unclear * 4 > Math.max(4, near.length)) {
            throw new AssertionError("%s: at %d of %d elements central differences do not settle; is the function smooth there?"
                    .formatted(what.get(), unclear, near.length));
        }
    }

    private static Differences[] differences(Tensor x, ToDoubleFunction<Tensor> function, float step) {
        Differences[] differences = new Differences[x.elements()];
        double here = function.applyAsDouble(x);
        for (int i = 0; i < differences.length; i++) {
            float before = x.data()[i];
            float above = before + step;
            float below = before - step;
            x.data()[i] = above;
            double up = function.applyAsDouble(x);
            x.data()[i] = below;
            double down = function.applyAsDouble(x);
            x.data()[i] = before;
            differences[i] = new Differences((up - down) / ((double) above - below), (up - here - (here - down)) / step);
        }
        return differences;
    }

    /// What differences of one width say.
    ///
    /// @param slope the central difference
    /// @param bend by how much the slope to the right is more than that to the left
    private record Differences(double slope, double bend) {
        /// A smooth function has the same slope at both widths, and bends twice as much at the double width.
        boolean kinked(Differences wide, double allowed) {
            return Math.abs(slope - wide.slope) > allowed || Math.abs(wide.bend - 2 * bend) > 2 * allowed;
        }
    }

    /// Σ a · b in float64.
    static double dot(Tensor a, Tensor b) {
        double sum = 0;
        for (int i = 0; i < a.elements(); i++) {
            sum += (double) a.data()[i] * b.data()[i];
        }
        return sum;
    }

    /// Σ |a · b| in float64.
    static double magnitude(Tensor a, Tensor b) {
        double sum = 0;
        for (int i = 0; i < a.elements(); i++) {
            sum += Math.abs((double) a.data()[i] * b.data()[i]);
        }
        return sum;
    }
}
