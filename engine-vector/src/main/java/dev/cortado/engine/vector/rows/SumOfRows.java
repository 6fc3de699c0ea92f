package dev.cortado.engine.vector.rows;

import dev.cortado.engine.vector.team.Half;
import dev.cortado.engine.vector.team.Share;
import dev.cortado.engine.vector.team.Team;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;

/// The sum of all rows, as a bias's gradient is: that of the first half of them and that of the second, each from its first row to its last.
///
/// Of a large tensor each half is left to half of the members, who have most often computed these rows.
///
/// A row is first copied to where its columns have the same numbers as those of the sum: the JVM makes vectors of a loop if its arrays begin at the same place,
/// and 128 rows of 512 so take a third of the time.
public final class SumOfRows {
    private static final int WORTH_COPYING = 32;
    /// Before and behind the numbers of an array of ours: a cache line that it shared with the array of another member would pass from one to the other with each row, and
    /// two processors summed 128 rows of 512 in 15 µs where one needs 9.
    private static final int MARGIN = 32;

    private final Team team;
    /// A row for each member.
    private final float[][] lines;
    private final Share share = this::addShare;
    private final Half firstHalf = this::addFirst;
    private final Half secondHalf = this::addSecond;
    private Tensor rows = Tensor.zeros(Shape.of(0, 0));
    /// The sums of either half.
    private float[] first = {};
    private float[] second = {};

    /// @param team who shares the rows
    public SumOfRows(Team team) {
        this.team = team;
        lines = new float[team.size()][0];
    }

    /// Whether it is the quickest for the rows of a tensor: shorter ones are added where they lie.
    public static boolean serves(Tensor a) {
        return a.columns() >= WORTH_COPYING;
    }

    /// row += the sum of all rows of a.
    public void add(Tensor a, Tensor row) {
        take(a);
        team.run(share, team.sharesElements(a.elements()));
        join(row);
    }

    /// Takes what members are to sum, each its share.
    public void take(Tensor a) {
        rows = a;
        first = room(first, a.columns());
        second = room(second, a.columns());
    }

    /// Adds what all members have summed.
    public void join(Tensor row) {
        join(row.data(), first, second, rows.columns());
    }

    /// An array of ours for so many columns: the one there is, if it is long enough.
    private static float[] room(float[] array, int columns) {
        return array.length < columns + 2 * MARGIN ? new float[columns + 2 * MARGIN] : array;
    }

    /// A member's share of the sums.
    public void addShare(int member) {
        team.shareHalves(member, rows.columns(), firstHalf, secondHalf);
    }

    private void addFirst(int member, int from, int to) {
        add(member, first, 0, rows.rows() / 2, from, to);
    }

    private void addSecond(int member, int from, int to) {
        add(member, second, rows.rows() / 2, rows.rows(), from, to);
    }

    /// Columns `from` to `to` (exclusive) of the sum of rows `start` to `end`.
    private void add(int member, float[] sums, int start, int end, int from, int to) {
        float[] line = room(lines[member], to);
        lines[member] = line;
        Arrays.fill(sums, from + MARGIN, to + MARGIN, 0);
        for (int row = start; row < end; row++) {
            System.arraycopy(rows.data(), row * rows.columns() + from, line, from + MARGIN, to - from);
            add(line, sums, from + MARGIN, to + MARGIN);
        }
    }

    private static void add(float[] line, float[] sums, int from, int to) {
        for (int c = from; c < to; c++) {
            sums[c] += line[c];
        }
    }

    private static void join(float[] row, float[] first, float[] second, int columns) {
        for (int c = 0; c < columns; c++) {
            row[c] += first[c + MARGIN] + second[c + MARGIN];
        }
    }
}
