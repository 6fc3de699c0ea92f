package dev.cortado.engine.vector.formula;

import dev.cortado.expression.Formula;
import dev.cortado.expression.Instruction;
import dev.cortado.expression.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns a [Formula] into a [Program]: only what the outputs need, and with the rewrites that pay.
///
/// - tanh(softplus(x)) is rational in exp(x) (Mish), and shares the exp with sigmoid(x) (its derivative).
/// - Powers with exponents −1, 0, 1, 2 are what they say.
/// - Minimum and maximum with an ordinary constant are a comparison and a blend.
///
/// Everything else stays as the formula has it, node by node: nothing is reordered or contracted.
final class Lowering {
    private final List<Instruction> instructions;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Step, Integer> known = new HashMap<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();

    private Lowering(Formula formula) {
        this.instructions = formula.instructions();
    }

    /// Whether it can be done: a function written in Java cannot be looked into.
    static boolean applies(Formula formula) {
        return formula.instructions().stream().noneMatch(Instruction.Invoke.class::isInstance);
    }

    static Program lower(Formula formula) {
        Lowering lowering = new Lowering(formula);
        List<Integer> outputs = formula.outputs().stream().map(lowering::number).toList();
        return new Program(formula.inputs().size(), lowering.steps, outputs);
    }

    /// The step that computes an instruction; those before it are written first.
    private int number(int instruction) {
        Integer number = numbers.get(instruction);
        if (number == null) {
            number = step(instructions.get(instruction));
            numbers.put(instruction, number);
        }
        return number;
    }

    private int step(Instruction instruction) {
        if (instruction instanceof Instruction.Apply apply) {
            return apply(apply);
        }
        if (instruction instanceof Instruction.Load(int input)) {
            return step(new Step.Input(input));
        }
        if (instruction instanceof Instruction.LoadConstant(float value)) {
            return constant(value);
        }
        if (instruction instanceof Instruction.LoadScalar(int scalar)) {
            return step(new Step.Scalar(scalar));
        }
        throw new IllegalArgumentException("No vector code for " + ((Instruction.Invoke) instruction).function());
    }

    private int step(Step step) {
        Integer number = known.get(step);
        if (number == null) {
            number = steps.size();
            steps.add(step);
            known.put(step, number);
        }
        return number;
    }

    private int constant(float value) {
        return step(Step.Constant.of(value));
    }

    private int apply(Operation operation, int... operands) {
        return step(new Step.Apply(operation, operands[0], operands.length > 1 ? operands[1] : -1, operands.length > 2 ? operands[2] : -1));
    }

    private int apply(Instruction.Apply it) {
        return switch (it.operator()) {
            case TANH -> softplusOperand(it.first()) >= 0
                    ? apply(Operation.TANH_OF_SOFTPLUS_OF_EXP, apply(Operation.BOUNDED_EXP, number(softplusOperand(it.first()))))
                    : one(Operation.TANH, it);
            case SIGMOID -> hasTanhOfSoftplus(it.first())
                    ? apply(Operation.SIGMOID_OF_EXP, apply(Operation.BOUNDED_EXP, number(it.first())))
                    : one(Operation.SIGMOID, it);
            case POWER -> power(it);
            case MINIMUM -> bound(it, Operation.MINIMUM_OF_BOUND, Operation.MINIMUM);
            case MAXIMUM -> bound(it, Operation.MAXIMUM_OF_BOUND, Operation.MAXIMUM);
            case ADD -> two(Operation.ADD, it);
            case SUBTRACT -> two(Operation.SUBTRACT, it);
            case MULTIPLY -> two(Operation.MULTIPLY, it);
            case DIVIDE -> two(Operation.DIVIDE, it);
            case LESS -> two(Operation.LESS, it);
            case LESS_OR_EQUAL -> two(Operation.LESS_OR_EQUAL, it);
            case EQUAL -> two(Operation.EQUAL, it);
            case NEGATE -> one(Operation.NEGATE, it);
            case ABS -> one(Operation.ABS, it);
            case SIGN -> one(Operation.SIGN, it);
            case SQRT -> one(Operation.SQRT, it);
            case EXP -> one(Operation.EXP, it);
            case LOG -> one(Operation.LOG, it);
            case SOFTPLUS -> one(Operation.SOFTPLUS, it);
            case ERF -> one(Operation.ERF, it);
            case SELECT -> apply(Operation.SELECT, number(it.first()), number(it.second()), number(it.third()));
        };
    }

    private int one(Operation operation, Instruction.Apply it) {
        return apply(operation, number(it.first()));
    }

    private int two(Operation operation, Instruction.Apply it) {
        return apply(operation, number(it.first()), number(it.second()));
    }

    /// What the softplus is of, if the instruction is one; −1 if not.
    private int softplusOperand(int instruction) {
        return instructions.get(instruction) instanceof Instruction.Apply(Operator operator, int x, int _, int _)
                && operator == Operator.SOFTPLUS ? x : -1;
    }

    private boolean hasTanhOfSoftplus(int x) {
        for (Instruction instruction : instructions) {
            if (instruction instanceof Instruction.Apply apply && apply.operator() == Operator.TANH && softplusOperand(apply.first()) == x) {
                return true;
            }
        }
        return false;
    }

    private int power(Instruction.Apply it) {
        int base = number(it.first());
        if (instructions.get(it.second()) instanceof Instruction.LoadConstant(float exponent)) {
            if (exponent == 2) {
                return apply(Operation.MULTIPLY, base, base);
            }
            if (exponent == 1) {
                return base;
            }
            if (exponent == 0) {
                return constant(1);
            }
            if (exponent == -1) {
                return apply(Operation.DIVIDE, constant(1), base);
            }
        }
        return apply(Operation.POWER, base, number(it.second()));
    }

    private int bound(Instruction.Apply it, Operation ofBound, Operation general) {
        boolean ordinary = instructions.get(it.second()) instanceof Instruction.LoadConstant(float bound)
                && !Float.isNaN(bound) && Float.floatToRawIntBits(bound) != 0x80000000;
        return two(ordinary ? ofBound : general, it);
    }
}
