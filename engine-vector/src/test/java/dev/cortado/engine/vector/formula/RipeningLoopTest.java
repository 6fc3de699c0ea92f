package dev.cortado.engine.vector.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RipeningLoopTest {
    /// x + 1, which takes the scalar loop a while, since it computes sigmoid(x), too.
    private static final Program PROGRAM = new Program(1, List.of(new Step.Input(0), Step.Constant.of(1),
            new Step.Apply(Operation.ADD, 0, 1, -1), new Step.Apply(Operation.SIGMOID, 0, -1, -1)), List.of(2));
    private static final int LENGTH = 5_000, FROM = 3, TO = 7, MANY = 10_000;

    private final float[] x = new float[FROM + LENGTH];
    private final float[] y = new float[TO + LENGTH];
    /// How much the vector code was given, call by call, without the calls that had nothing to do.
    private final List<Integer> given = new ArrayList<>();
    private int idle;

    @Test
    void vectorCodeTakesOverOnceItIsQuick() {
        Loop loop = new RipeningLoop(PROGRAM, this::compute);
        for (int i = 0; i < MANY && !given.contains(LENGTH); i++) {
            x[FROM + i % LENGTH] = i;
            run(loop, LENGTH);
            assertThat(isComputed()).isTrue();
        }
        assertThat(given.removeLast()).isEqualTo(LENGTH);
        assertThat(given).as("tastes").isNotEmpty().allMatch(taste -> taste == RipeningLoop.TASTE);
        assertThat(idle).as("calls for the compiler").isGreaterThan(300);
    }

    @Test
    void whatOneThreadHasFoundOutServesAll() {
        Loop loop = new RipeningLoop(PROGRAM, this::compute);
        Loop other = loop.forOneThread();
        assertThat(other).isNotSameAs(loop);
        for (int i = 0; i < MANY && !given.contains(LENGTH); i++) {
            run(loop, LENGTH);
        }
        given.clear();
        run(other, LENGTH);
        assertThat(given).containsExactly(LENGTH);
    }

    @Test
    void slowVectorCodeIsSeldomTastedAndEveryElementIsComputedOnce() {
        Loop loop = new RipeningLoop(PROGRAM, this::computeSlowly);
        float[] expected = new float[x.length];
        for (int i = 1; i <= 2_000; i++) {
            loop.run(new float[][] {x, x}, new int[] {FROM, FROM}, new float[0], LENGTH);
            Arrays.fill(expected, FROM, x.length, i);
            assertThat(x).isEqualTo(expected);
        }
        assertThat(given).as("tastes").isNotEmpty().hasSizeLessThan(1_000).allMatch(taste -> taste == RipeningLoop.TASTE);
    }

    @Test
    void aTasteIsAsLongAsTheLongestOfTheLastCalls() {
        Loop loop = new RipeningLoop(PROGRAM, this::computeSlowly);
        run(loop, LENGTH);
        for (int i = 0; i < MANY && given.isEmpty(); i++) {
            run(loop, 100);
            run(loop, 16);
            run(loop, 0);
        }
        assertThat(given).as("the first taste").containsExactly(100);
    }

    private void run(Loop loop, int length) {
        loop.run(new float[][] {x, y}, new int[] {FROM, TO}, new float[0], length);
    }

    private boolean isComputed() {
        for (int i = 0; i < LENGTH; i++) {
            if (y[TO + i] != x[FROM + i] + 1) {
                return false;
            }
        }
        return true;
    }

    private void compute(float[][] arrays, int[] offsets, float[] scalars, int length) {
        if (length == 0) {
            idle++;
            return;
        }
        given.add(length);
        for (int i = 0; i < length; i++) {
            arrays[1][offsets[1] + i] = arrays[0][offsets[0] + i] + 1;
        }
    }

    /// As vector code does that is not compiled: slower than any scalar loop, on any machine, since it makes some text of each number.
    private void computeSlowly(float[][] arrays, int[] offsets, float[] scalars, int length) {
        compute(arrays, offsets, scalars, length);
        for (int i = 0; i < length; i++) {
            arrays[1][offsets[1] + i] = Float.parseFloat(Float.toString(arrays[1][offsets[1] + i]));
        }
    }
}
