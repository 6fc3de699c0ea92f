package dev.cortado.dashboard.race;

import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Compares the weights of two lanes at equal numbers of steps.
///
/// The steps are agreed beforehand: the start, and then evenly spread ones, the ends of epochs among them. Whoever gets to one
/// first leaves a copy of its weights there; whoever comes second compares and takes it away. The copies are few: when one
/// lane runs so far ahead that they would become many, every other one is given up.
final class Comparison {
    private static final long MOST_BYTES = 64L << 20;
    private static final int POINTS_AN_EPOCH = 8;
    private static final int MOST_POINTS = 400;

    private final long steps;
    private final long points;
    private final int stepsPerEpoch;
    private final int mostCopies;
    private final NavigableMap<Long, List<float[]>> left = new TreeMap<>();

    Comparison(int epochs, int stepsPerEpoch, Parameters parameters) {
        this.stepsPerEpoch = stepsPerEpoch;
        this.steps = (long) epochs * stepsPerEpoch;
        this.points = Math.min(steps, Math.clamp((long) epochs * POINTS_AN_EPOCH, 1, MOST_POINTS));
        this.mostCopies = Math.clamp(MOST_BYTES / (4 * Math.max(1, parameters.elements())), 2, MOST_POINTS);
    }

    /// One of the two has done this many steps and has these weights.
    ///
    /// @return how far they are apart, if the other was here before
    Optional<Agreement> at(long step, Parameters parameters) {
        if (!agreed(step)) {
            return Optional.empty();
        }
        List<float[]> others = left.remove(step);
        if (others == null) {
            leave(step, parameters);
            return Optional.empty();
        }
        left.headMap(step).clear();
        return Optional.of(difference(step, parameters, others));
    }

    private boolean agreed(long step) {
        return step == 0 || step * points / steps > (step - 1) * points / steps;
    }

    private void leave(long step, Parameters parameters) {
        if (!left.isEmpty() && step < left.lastKey()) {
            return;
        }
        if (left.size() == mostCopies) {
            giveUpEveryOther();
        }
        List<float[]> copies = new ArrayList<>();
        for (Parameter parameter : parameters) {
            copies.add(parameter.value().data().clone());
        }
        left.put(step, copies);
    }

    private void giveUpEveryOther() {
        boolean odd = false;
        for (Iterator<Long> each = left.keySet().iterator(); each.hasNext(); odd = !odd) {
            each.next();
            if (odd) {
                each.remove();
            }
        }
    }

    private Agreement difference(long step, Parameters parameters, List<float[]> others) {
        double largest = 0;
        String where = parameters.names().isEmpty() ? "" : parameters.names().getFirst();
        int index = 0;
        for (Parameter parameter : parameters) {
            double difference = difference(parameter.value().data(), others.get(index++));
            if (difference > largest) {
                largest = difference;
                where = parameter.name();
            }
        }
        return new Agreement(List.of((double) step / stepsPerEpoch), List.of(largest), where);
    }

    private static double difference(float[] a, float[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs((double) a[i] - b[i]));
        }
        return largest;
    }

    int copies() {
        return left.size();
    }
}
