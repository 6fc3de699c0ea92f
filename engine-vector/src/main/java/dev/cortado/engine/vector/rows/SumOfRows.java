package dev.cortado.engine.vector.rows;

import dev.cortado.engine.vector.team.Share;
import dev.cortado.engine.vector.team.Team;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// The sum of all rows, taken from the first to the last, as a bias's gradient is. Members take columns of a large tensor.
///
/// A row is first copied to where its columns have the same numbers as those of the sum: the JVM makes vectors of a loop if its arrays begin at the same place,
/// and 128 rows of 512 so take a third of the time.
public final class SumOfRows {
    /// Rows shorter than that are quicker added where they lie.
    public static final int WORTH_COPYING = 32;

    private final Team team;
    private final float[][] lines;
    private final Share share = this::add;
    private Tensor rows = Tensor.zeros(Shape.of(0, 0));
    private Tensor sum = rows;

    /// @param team who shares the columns
    public SumOfRows(Team team) {
        this.team = team;
        lines = new float[team.size()][0];
    }

    /// row += the sum of all rows of a.
    public void add(Tensor a, Tensor row) {
        rows = a;
        sum = row;
        if (team.sharesElements(a.elements())) {
            team.run(share);
        } else {
            add(0, 0, a.columns());
        }
    }

    private void add(int member) {
        add(member, team.bound(member, rows.columns()), team.bound(member + 1, rows.columns()));
    }

    private void add(int member, int first, int end) {
        float[] from = rows.data(), to = sum.data();
        int columns = rows.columns();
        if (lines[member].length < end) {
            lines[member] = new float[end];
        }
        float[] line = lines[member];
        for (int start = 0; start < rows.elements(); start += columns) {
            System.arraycopy(from, start + first, line, first, end - first);
            add(line, to, first, end);
        }
    }

    private static void add(float[] line, float[] to, int first, int end) {
        for (int c = first; c < end; c++) {
            to[c] += line[c];
        }
    }
}
