package dev.cortado.engine.vector.window;

import dev.cortado.engine.Pooling;
import dev.cortado.engine.Windows;
import dev.cortado.engine.vector.species.Species;
import dev.cortado.engine.vector.team.Team;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The largest of every 2 × 2 pixels, windows side by side: the usual pooling.
///
/// A vector holds pairs of pixels; the larger of two rows, then the larger of that and its neighbour, is the window's largest number in both lanes of the pair. On the
/// way back a lane gets the gradient if it is larger than its neighbour, or as large and first, and its row has the larger number, or as large a one and is first.
///
/// The last vector of a row overlaps the one before it. Where a row is shorter than a vector, and always in a result, a vector writes into the rows that follow: they
/// are done later and so put it right. The last rows of a share, whose vectors would reach beyond it, are done pixel by pixel.
public final class PairPooling implements Pooling {
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int LANES = SPECIES.length();

    private final Windows windows;
    private final Team team;
    private final int width;
    private final int places;
    /// The first window of a row's last vector.
    private final int last;
    /// Whether every pixel has a window.
    private final boolean whole;
    /// The lane of the other pixel of the pair.
    private final VectorShuffle<Float> neighbour = VectorShuffle.fromOp(SPECIES, lane -> lane ^ 1);
    /// The first pixels of all pairs, to the front.
    private final VectorShuffle<Float> firsts = VectorShuffle.fromOp(SPECIES, lane -> 2 * lane % LANES);
    /// Every number of the front half twice.
    private final VectorShuffle<Float> twice = VectorShuffle.fromOp(SPECIES, lane -> lane / 2);
    private final VectorMask<Float> first;

    /// For windows that [fit][#fits].
    ///
    /// @param team who shares the images
    public PairPooling(Windows windows, Team team) {
        this.windows = windows;
        this.team = team;
        width = windows.across().length();
        places = windows.across().places();
        last = Math.max(0, places - LANES / 2);
        whole = 2 * places == width && 2 * windows.down().places() == windows.down().length();
        boolean[] even = new boolean[LANES];
        for (int lane = 0; lane < LANES; lane += 2) {
            even[lane] = true;
        }
        first = VectorMask.fromArray(SPECIES, even, 0);
    }

    /// Whether these are such windows.
    public static boolean fits(Windows windows) {
        return isPairs(windows.down()) && isPairs(windows.across());
    }

    private static boolean isPairs(Windows.Along along) {
        return along.window() == 2 && along.stride() == 2 && along.dilation() == 1 && along.before() == 0 && 2 * along.places() <= along.length();
    }

    @Override
    public void run(Tensor images, Tensor result) {
        team.run(member -> {
            int end = firstRow(member + 1, images);
            for (int row = firstRow(member, images); row < end; row++) {
                int from = pixels(row);
                if (row * places + last + LANES <= end * places && from + width + 2 * last + LANES <= images.elements()) {
                    largest(images.data(), from, result.data(), row * places);
                } else {
                    for (int x = 0; x < places; x++) {
                        result.data()[row * places + x] = images.data()[largest(images.data(), from + 2 * x)];
                    }
                }
            }
        });
    }

    /// The first row of windows of a member's share.
    private int firstRow(int member, Tensor images) {
        return team.bound(member, images.rows() * windows.channels() * windows.down().places());
    }

    /// Where the pixels of a row of windows begin.
    private int pixels(int row) {
        int down = windows.down().places();
        return (row / down * windows.down().length() + row % down * 2) * width;
    }

    private void largest(float[] image, int from, float[] to, int at) {
        for (int next = 0; next < places; next += LANES / 2) {
            int x = Math.min(next, last);
            FloatVector column = FloatVector.fromArray(SPECIES, image, from + 2 * x)
                    .lanewise(VectorOperators.MAX, FloatVector.fromArray(SPECIES, image, from + 2 * x + width));
            column.lanewise(VectorOperators.MAX, column.rearrange(neighbour)).rearrange(firsts).intoArray(to, at + x);
        }
    }

    /// Where the largest pixel of the window at a place is: the first of equal ones, the last NaN.
    private int largest(float[] image, int at) {
        int first = larger(image, at, at + 1);
        return larger(image, larger(image, first, at + width), at + width + 1);
    }

    private static int larger(float[] image, int first, int other) {
        return image[other] > image[first] || Float.isNaN(image[other]) ? other : first;
    }

    @Override
    public void back(Tensor images, Tensor outputGradient, Tensor imagesGradient) {
        if (!whole) {
            Arrays.fill(imagesGradient.data(), 0);
        }
        boolean wide = 2 * places >= LANES;
        team.run(member -> {
            int end = firstRow(member + 1, images);
            for (int row = firstRow(member, images); row < end; row++) {
                int from = pixels(row);
                if ((wide || (whole && from + width + LANES <= pixels(end))) && row * places + last + LANES <= outputGradient.elements()) {
                    back(images.data(), from, outputGradient.data(), row * places, imagesGradient.data());
                } else {
                    for (int x = 0; x < places; x++) {
                        back(images.data(), from + 2 * x, outputGradient.data()[row * places + x], imagesGradient.data());
                    }
                }
            }
        });
    }

    private void back(float[] image, int from, float[] gradient, int at, float[] to) {
        for (int next = 0; next < places; next += LANES / 2) {
            int x = Math.min(next, last);
            int above = from + 2 * x;
            FloatVector upper = FloatVector.fromArray(SPECIES, image, above);
            FloatVector lower = FloatVector.fromArray(SPECIES, image, above + width);
            FloatVector upperOther = upper.rearrange(neighbour);
            FloatVector lowerOther = lower.rearrange(neighbour);
            FloatVector sent = FloatVector.fromArray(SPECIES, gradient, at + x).rearrange(twice);
            VectorMask<Float> upperIsLarge = upper.compare(VectorOperators.GE, upperOther);
            VectorMask<Float> lowerIsLarge = lower.compare(VectorOperators.GE, lowerOther);
            VectorMask<Float> isUpper = upperOther.blend(upper, upperIsLarge).compare(VectorOperators.GE, lowerOther.blend(lower, lowerIsLarge));
            VectorMask<Float> getsUpper = upper.compare(VectorOperators.GT, upperOther).or(upperIsLarge.and(first)).and(isUpper);
            VectorMask<Float> getsLower = lower.compare(VectorOperators.GT, lowerOther).or(lowerIsLarge.and(first)).andNot(isUpper);
            FloatVector.zero(SPECIES).blend(sent, getsUpper).intoArray(to, above);
            FloatVector.zero(SPECIES).blend(sent, getsLower).intoArray(to, above + width);
        }
    }

    private void back(float[] image, int at, float gradient, float[] to) {
        to[at] = 0;
        to[at + 1] = 0;
        to[at + width] = 0;
        to[at + width + 1] = 0;
        to[largest(image, at)] = gradient;
    }
}
