package dev.cortado.engine.vector.formula;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Cuts a program that is too long for one loop into several, which hand values on through arrays.
///
/// A segment is a program of its own. Its inputs are those of the whole, then one for each value that an earlier segment has computed; its outputs are the
/// values that later ones need, and only the last segment has the outputs of the whole, so that every input is read before any output is written.
/// Inputs, constants and scalars are not handed on but taken again.
final class Segments {
    /// So many operations are more than fit any loop, and few enough for it to be written at all.
    private static final int MOST_OPERATIONS = 128;

    /// A part of the whole.
    ///
    /// @param taken the steps whose values it takes, behind the inputs of the whole
    /// @param given the steps whose values it hands on; empty for the last
    /// @param loop what computes it
    record Segment(Program program, List<Integer> taken, List<Integer> given, Loop loop) {
        /// With a loop whose work a [ScalarLoop] does until it is compiled.
        Segment ripening() {
            return new Segment(program, taken, given, new RipeningLoop(program, loop));
        }

        Segment forOneThread() {
            return new Segment(program, taken, given, loop.forOneThread());
        }
    }

    private final Program whole;
    private final FunctionBodies functions;
    /// The steps that are operations.
    private final List<Integer> operations = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();

    private Segments(Program whole, FunctionBodies functions) {
        this.whole = whole;
        this.functions = functions;
        for (int step = 0; step < whole.steps().size(); step++) {
            if (whole.steps().get(step) instanceof Step.Apply) {
                operations.add(step);
            }
        }
    }

    /// The segments, each as long as its loop may be.
    static List<Segment> cut(Program whole, FunctionBodies functions) {
        Segments cutting = new Segments(whole, functions);
        for (int first = 0, length = MOST_OPERATIONS; first < cutting.operations.size(); first += length) {
            length = cutting.add(first, Math.min(Math.min(2 * length, MOST_OPERATIONS), cutting.operations.size() - first));
        }
        return List.copyOf(cutting.segments);
    }

    /// Adds the segment of so many operations, or of fewer if its loop is too long, and says of how many.
    private int add(int first, int most) {
        for (int length = most; ; length = length * 3 / 4) {
            boolean last = first + length == operations.size();
            List<Integer> given = last ? List.of() : neededAfter(first, length);
            Builder builder = new Builder(operations.get(first));
            for (Integer step : operations.subList(first, first + length)) {
                builder.number(step);
            }
            Program program = builder.build(last ? whole.outputs() : given);
            byte[] bytes = LoopWriter.write(program, functions);
            if (LoopWriter.fits(bytes) || length == 1) {
                segments.add(new Segment(program, List.copyOf(builder.taken), given, LoopWriter.define(bytes)));
                return length;
            }
        }
    }

    /// Of the values of these operations those that are read later.
    private List<Integer> neededAfter(int first, int length) {
        BitSet needed = new BitSet();
        whole.outputs().forEach(needed::set);
        for (Integer step : operations.subList(first + length, operations.size())) {
            if (whole.steps().get(step) instanceof Step.Apply apply) {
                apply.operands().forEach(needed::set);
            }
        }
        return operations.subList(first, first + length).stream().filter(needed::get).toList();
    }

    /// Numbers the steps of one segment anew.
    private final class Builder {
        private final int start;
        private final List<Step> steps = new ArrayList<>();
        private final Map<Integer, Integer> numbers = new HashMap<>();
        final List<Integer> taken = new ArrayList<>();

        Builder(int start) {
            this.start = start;
        }

        Program build(List<Integer> outputs) {
            List<Integer> renumbered = outputs.stream().map(this::number).toList();
            return new Program(whole.inputs() + taken.size(), steps, renumbered);
        }

        int number(int step) {
            if (step < 0) {
                return step;
            }
            Integer number = numbers.get(step);
            if (number == null) {
                Step renumbered = renumbered(step);
                number = steps.size();
                steps.add(renumbered);
                numbers.put(step, number);
            }
            return number;
        }

        private Step renumbered(int step) {
            if (!(whole.steps().get(step) instanceof Step.Apply(Operation operation, int first, int second, int third))) {
                return whole.steps().get(step);
            }
            if (step < start) {
                taken.add(step);
                return new Step.Input(whole.inputs() + taken.size() - 1);
            }
            return new Step.Apply(operation, number(first), number(second), number(third));
        }
    }
}
