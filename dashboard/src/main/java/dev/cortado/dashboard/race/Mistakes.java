package dev.cortado.dashboard.race;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// The samples that were taken for something else: of every pair of classes the surest few are kept, so that each cell of a
/// confusion matrix has some to show.
final class Mistakes {
    static final int MOST_OF_A_PAIR = 20;
    private static final int MOST = 2000;
    private static final Comparator<Result.Wrong> LEAST_SURE_FIRST = Comparator.comparingDouble(Result.Wrong::output);

    private record Pair(int truth, int predicted) {
    }

    private final int mostOfAPair;
    private final Map<Pair, PriorityQueue<Result.Wrong>> kept = new LinkedHashMap<>();
    private int count;

    /// Of many classes fewer are kept, but never none.
    Mistakes(int classes) {
        mostOfAPair = Math.clamp(MOST / Math.max(1, (long) classes * (classes - 1)), 1, MOST_OF_A_PAIR);
    }

    void add(Result.Wrong wrong) {
        count++;
        PriorityQueue<Result.Wrong> pair = kept.computeIfAbsent(
                new Pair(wrong.truth(), wrong.predicted()), _ -> new PriorityQueue<>(LEAST_SURE_FIRST));
        pair.add(wrong);
        if (pair.size() > mostOfAPair) {
            pair.remove();
        }
    }

    /// How many there were, those that are not kept included.
    int count() {
        return count;
    }

    /// Those that are kept, the surest first.
    List<Result.Wrong> surest() {
        List<Result.Wrong> all = new ArrayList<>();
        kept.values().forEach(all::addAll);
        all.sort(LEAST_SURE_FIRST.reversed().thenComparingInt(Result.Wrong::index));
        return List.copyOf(all);
    }
}
