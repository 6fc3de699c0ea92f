package dev.cortado.dashboard.race;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/// Columns of numbers that grow and, when they are too long to draw, are halved: of each two neighbours one number is made.
final class Series {
    static final int LONGEST = 2000;

    static final DoubleBinaryOperator LATER = (_, later) -> later;
    static final DoubleBinaryOperator MEAN = (earlier, later) -> (earlier + later) / 2;

    private Series() {
    }

    static List<Double> join(List<Double> column, List<Double> more) {
        List<Double> joined = new ArrayList<>(column.size() + more.size());
        joined.addAll(column);
        joined.addAll(more);
        return List.copyOf(joined);
    }

    static boolean tooLong(List<Double> column) {
        return column.size() > LONGEST;
    }

    static List<Double> halve(List<Double> column, DoubleBinaryOperator merge) {
        List<Double> halved = new ArrayList<>(column.size() / 2 + 1);
        for (int i = 0; i + 1 < column.size(); i += 2) {
            halved.add(merge.applyAsDouble(column.get(i), column.get(i + 1)));
        }
        if (column.size() % 2 == 1) {
            halved.add(column.getLast());
        }
        return List.copyOf(halved);
    }
}
