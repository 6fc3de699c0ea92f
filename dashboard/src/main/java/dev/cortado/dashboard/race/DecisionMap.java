package dev.cortado.dashboard.race;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Sigmoid;
import dev.cortado.activation.Sign;
import dev.cortado.activation.Step;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/// A square of the plane, filled row by row with what a network says at the middle of each cell.
///
/// The border between the classes is drawn from heights that are 0 on it. Where the loss squashes the network's output to get
/// its answer, these are the numbers before that: a single neuron's lie in a plane, so that its border comes out straight.
final class DecisionMap {
    static final int SIZE = 64;
    private static final double FROM = -0.5;
    private static final double TO = 1.5;

    private final boolean squashed;
    private final byte[] shades = new byte[SIZE * SIZE];
    private final float[] heights = new float[SIZE * SIZE];

    /// @param link the loss's
    DecisionMap(Activation link) {
        squashed = switch (link) {
            case Sigmoid _, Step _, Sign _ -> true;
            default -> false;
        };
    }

    /// The middles of a row's cells.
    static Tensor places(int row) {
        Tensor places = Tensor.zeros(Shape.of(SIZE, 2));
        for (int column = 0; column < SIZE; column++) {
            places.data()[2 * column] = middle(column);
            places.data()[2 * column + 1] = middle(row);
        }
        return places;
    }

    private static float middle(int cell) {
        return (float) (FROM + (TO - FROM) * (cell + 0.5) / SIZE);
    }

    /// Fills a row.
    ///
    /// @param logits what came out before the link
    /// @param outputs and after it
    void fill(int row, Tensor logits, Tensor outputs) {
        for (int column = 0; column < SIZE; column++) {
            float output = outputs.get(column, 0);
            shades[row * SIZE + column] = (byte) Math.round(Math.clamp(output, 0f, 1f) * 255);
            heights[row * SIZE + column] = squashed ? logits.get(column, 0) : output - 0.5f;
        }
    }

    Boundary boundary() {
        ByteBuffer border = ByteBuffer.allocate(heights.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        float unit = largestBesideTheBorder() / Short.MAX_VALUE;
        for (float height : heights) {
            // Away from 0, so that each stays on its side.
            double units = Math.signum(height) * Math.ceil(Math.abs(height) / unit);
            border.putShort((short) Math.clamp((long) units, -Short.MAX_VALUE, Short.MAX_VALUE));
        }
        return new Boundary(SIZE, FROM, TO, Base64.getEncoder().encodeToString(shades),
                Base64.getEncoder().encodeToString(border.array()));
    }

    /// The border lies between these, and the others are only to be on the right side: so 16 bits are enough for it.
    private float largestBesideTheBorder() {
        float largest = 0;
        for (int cell = 0; cell < heights.length; cell++) {
            if (cell % SIZE > 0) {
                largest = Math.max(largest, largestIfParted(heights[cell], heights[cell - 1]));
            }
            if (cell >= SIZE) {
                largest = Math.max(largest, largestIfParted(heights[cell], heights[cell - SIZE]));
            }
        }
        return largest;
    }

    private static float largestIfParted(float a, float b) {
        return a > 0 == b > 0 ? 0 : Math.max(Math.abs(a), Math.abs(b));
    }
}
