package dev.cortado.engine.vector.formula;

import java.util.Arrays;
import java.util.List;

/// A [Loop] without vectors and without code of its own, for short work: block by block, each step in a plain loop over the block.
///
/// It gives the same bits as the loop that [LoopWriter] writes, so that a kernel may change from one to the other when it pays.
/// An instance has the blocks' memory and serves one thread.
final class ScalarLoop implements Loop {
    private static final int BLOCK = 512;
    /// The first blocks are short. HotSpot compiles a method for good when it has been called a thousand times, or some thousands if the compiler is busy; a loop that has run 40,000
    /// rounds before is compiled in the middle of a run, and the method once more.
    private static final int SHORT_BLOCK = 32, SHORT_BLOCKS = 5_000;

    private final Program program;
    private final List<Step> steps;
    private float[][] values = {};
    private int shortBlocks;

    ScalarLoop(Program program) {
        this(program, SHORT_BLOCKS);
    }

    private ScalarLoop(Program program, int shortBlocks) {
        this.program = program;
        this.steps = program.steps();
        this.shortBlocks = shortBlocks;
    }

    /// Another one of a program, for whose operations others have been called often.
    static ScalarLoop withoutShortBlocks(Program program) {
        return new ScalarLoop(program, 0);
    }

    @Override
    public void run(float[][] arrays, int[] offsets, float[] scalars, int length) {
        reserve(Math.min(length, BLOCK));
        for (int start = 0, block; start < length; start += block) {
            block = Math.min(nextBlock(), length - start);
            compute(arrays, offsets, scalars, start, block);
        }
    }

    private int nextBlock() {
        if (shortBlocks == 0) {
            return BLOCK;
        }
        shortBlocks--;
        return SHORT_BLOCK;
    }

    /// One block: a method of its own, which the compiler takes once, rather than a loop over blocks that it takes twice.
    private void compute(float[][] arrays, int[] offsets, float[] scalars, int start, int block) {
        for (int step = 0; step < values.length; step++) {
            compute(step, arrays, offsets, scalars, start, block);
        }
        for (int output = 0; output < program.outputs().size(); output++) {
            int array = program.inputs() + output;
            System.arraycopy(values[program.outputs().get(output)], 0, arrays[array], offsets[array] + start, block);
        }
    }

    private void reserve(int block) {
        if (values.length < steps.size() || values[0].length < block) {
            values = new float[steps.size()][block];
            for (int step = 0; step < values.length; step++) {
                if (steps.get(step) instanceof Step.Constant constant) {
                    Arrays.fill(values[step], constant.value());
                }
            }
        }
    }

    private void compute(int step, float[][] arrays, int[] offsets, float[] scalars, int start, int block) {
        Step what = steps.get(step);
        if (what instanceof Step.Apply(Operation operation, int first, int second, int third)) {
            ScalarLoops.run(operation, values[first], values[Math.max(0, second)], values[Math.max(0, third)], values[step], block);
        } else if (what instanceof Step.Input(int number)) {
            System.arraycopy(arrays[number], offsets[number] + start, values[step], 0, block);
        } else if (what instanceof Step.Scalar(int number)) {
            Arrays.fill(values[step], 0, block, scalars[number]);
        }
    }
}
