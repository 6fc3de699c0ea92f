package dev.cortado.engine.ojalgo;

import java.util.HashMap;
import java.util.Map;

/// Arrays that are used again, one for each length: an `R032Store` is as long as its array, so a longer one will not do.
final class Scratch {
    /// A network has a few lengths, which come again in every step; beyond so many, all are given up.
    private static final int LENGTHS_KEPT = 64;

    private final Map<Integer, float[]> arrays = new HashMap<>();

    /// The array of this length, with any contents.
    float[] take(int length) {
        float[] array = arrays.get(length);
        if (array == null) {
            if (arrays.size() == LENGTHS_KEPT) {
                arrays.clear();
            }
            array = new float[length];
            arrays.put(length, array);
        }
        return array;
    }
}
