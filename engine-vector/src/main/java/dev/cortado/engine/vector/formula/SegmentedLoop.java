package dev.cortado.engine.vector.formula;

import dev.cortado.engine.vector.formula.Segments.Segment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A program too long for one loop, as several that run one after the other over a block of elements. It has the memory through which they hand values on, and
/// serves one thread.
final class SegmentedLoop implements Loop {
    /// Few enough for the values handed on to stay in the first cache, and a multiple of every vector's length.
    private static final int BLOCK = 512;

    private final Program whole;
    private final List<Segment> segments;
    // By segment: its arrays, and where each of them begins.
    private final float[][][] arrays;
    private final int[][] offsets;

    SegmentedLoop(Program whole, List<Segment> segments) {
        this.whole = whole;
        this.segments = segments.stream().map(Segment::forOneThread).toList();
        arrays = new float[segments.size()][][];
        offsets = new int[segments.size()][];
        Map<Integer, float[]> handedOn = new HashMap<>();
        for (int i = 0; i < arrays.length; i++) {
            segments.get(i).given().forEach(step -> handedOn.put(step, new float[BLOCK]));
            arrays[i] = arrays(segments.get(i), handedOn);
            offsets[i] = new int[arrays[i].length];
        }
    }

    /// The arrays of a segment; empty ones for those that come with each call.
    private float[][] arrays(Segment segment, Map<Integer, float[]> handedOn) {
        float[][] ours = new float[segment.program().inputs() + segment.program().outputs().size()][];
        Arrays.fill(ours, new float[0]);
        for (int t = 0; t < segment.taken().size(); t++) {
            ours[whole.inputs() + t] = handedOn.getOrDefault(segment.taken().get(t), ours[0]);
        }
        for (int g = 0; g < segment.given().size(); g++) {
            ours[segment.program().inputs() + g] = handedOn.getOrDefault(segment.given().get(g), ours[0]);
        }
        return ours;
    }

    @Override
    public Loop forOneThread() {
        return new SegmentedLoop(whole, segments);
    }

    @Override
    public void run(float[][] given, int[] places, float[] scalars, int length) {
        for (int start = 0; start < length; start += BLOCK) {
            for (int i = 0; i < arrays.length; i++) {
                take(i, given, places, start);
                segments.get(i).loop().run(arrays[i], offsets[i], scalars, Math.min(BLOCK, length - start));
            }
        }
    }

    private void take(int segment, float[][] given, int[] places, int start) {
        int inputs = whole.inputs();
        for (int i = 0; i < inputs; i++) {
            arrays[segment][i] = given[i];
            offsets[segment][i] = places[i] + start;
        }
        if (segment == arrays.length - 1) {
            int outputs = segments.get(segment).program().inputs();
            for (int o = inputs; o < given.length; o++) {
                arrays[segment][outputs + o - inputs] = given[o];
                offsets[segment][outputs + o - inputs] = places[o] + start;
            }
        }
    }
}
