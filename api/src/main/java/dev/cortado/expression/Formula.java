package dev.cortado.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// One or several expressions made ready to run: their distinct nodes in the order of computation.
///
/// A part that occurs twice, in one expression or in two, is computed once. An engine compiles a formula into a kernel that
/// is called with a tensor for each of [#inputs], a number for each of [#scalars], and a tensor for each output; for every
/// element, all inputs are read before any output is written, so that an output may be the same tensor as an input.
///
/// Formulas are equal if they do the same in the same way: names of inputs and scalars are part of that, so that equal
/// formulas can share a kernel.
public final class Formula {
    private final List<Expression.Input> inputs;
    private final List<Expression.Scalar> scalars;
    private final List<Instruction> instructions;
    private final List<Integer> outputs;
    private final int hash;

    private Formula(Flattening flat, List<Integer> outputs) {
        this.inputs = List.copyOf(flat.inputs);
        this.scalars = List.copyOf(flat.scalars);
        this.instructions = List.copyOf(flat.instructions);
        this.outputs = outputs;
        this.hash = 31 * (31 * inputs.hashCode() + instructions.hashCode()) + outputs.hashCode();
    }

    /// The formula that computes these expressions; inputs and scalars are ordered as they are first met.
    public static Formula of(Expression... outputs) {
        return of(List.of(), List.of(), List.of(outputs));
    }

    /// The formula with its inputs and scalars in a given order, used or not; others follow as they are first met.
    public static Formula of(List<Expression.Input> inputs, List<Expression.Scalar> scalars, List<Expression> outputs) {
        Flattening flat = new Flattening(inputs, scalars);
        return new Formula(flat, outputs.stream().map(flat::number).toList());
    }

    /// The inputs in the order in which a kernel takes their tensors.
    public List<Expression.Input> inputs() {
        return inputs;
    }

    /// The scalars in the order in which a kernel takes them.
    public List<Expression.Scalar> scalars() {
        return scalars;
    }

    /// The distinct values, each computed from earlier ones.
    public List<Instruction> instructions() {
        return instructions;
    }

    /// For each output the number of the instruction that computes it.
    public List<Integer> outputs() {
        return outputs;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Formula that && hash == that.hash && inputs.equals(that.inputs)
                        && scalars.equals(that.scalars) && instructions.equals(that.instructions)
                        && outputs.equals(that.outputs));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "Formula" + inputs + scalars + instructions + outputs;
    }

    /// Numbers the nodes of a graph, equal ones alike.
    private static final class Flattening {
        private final List<Expression.Input> inputs;
        private final List<Expression.Scalar> scalars;
        private final List<Instruction> instructions = new ArrayList<>();
        private final Map<Instruction, Integer> known = new HashMap<>();
        private final IdentityHashMap<Expression, Integer> visited = new IdentityHashMap<>();

        Flattening(List<Expression.Input> inputs, List<Expression.Scalar> scalars) {
            this.inputs = new ArrayList<>(inputs);
            this.scalars = new ArrayList<>(scalars);
        }

        int number(Expression expression) {
            Integer seen = visited.get(expression);
            if (seen == null) {
                seen = number(instruction(expression));
                visited.put(expression, seen);
            }
            return seen;
        }

        private int number(Instruction instruction) {
            Integer number = known.get(instruction);
            if (number == null) {
                number = instructions.size();
                instructions.add(instruction);
                known.put(instruction, number);
            }
            return number;
        }

        /// No switch by type: in a new process the first of those takes 5 ms to be written, and each other 1.5.
        private Instruction instruction(Expression expression) {
            if (expression instanceof Operation operation) {
                return apply(operation);
            }
            if (expression instanceof Expression.Input input) {
                return new Instruction.Load(place(inputs, input));
            }
            if (expression instanceof Expression.Constant constant) {
                return new Instruction.LoadConstant((float) constant.value());
            }
            if (expression instanceof Expression.Scalar scalar) {
                return new Instruction.LoadScalar(place(scalars, scalar));
            }
            Call call = (Call) expression;
            return new Instruction.Invoke(call.function(), call.slope(), number(call.operand()));
        }

        private Instruction apply(Operation operation) {
            int[] numbers = {-1, -1, -1};
            for (int i = 0; i < operation.operands().size(); i++) {
                numbers[i] = number(operation.operand(i));
            }
            return new Instruction.Apply(operation.operator(), numbers[0], numbers[1], numbers[2]);
        }

        private static <T> int place(List<T> list, T item) {
            int place = list.indexOf(item);
            if (place < 0) {
                place = list.size();
                list.add(item);
            }
            return place;
        }
    }
}
