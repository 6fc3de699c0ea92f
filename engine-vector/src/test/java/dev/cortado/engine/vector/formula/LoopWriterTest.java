package dev.cortado.engine.vector.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.cortado.engine.vector.species.Species;
import dev.cortado.expression.Operator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class LoopWriterTest {
    private static final int LANES = Species.FLOATS.length();

    @ParameterizedTest
    @EnumSource(value = Operation.class, mode = Mode.EXCLUDE, names = "POWER")
    void everyOperationGivesTheBitsOfItsScalarTwin(Operation operation) {
        float[][] inputs = everyPair(operation);
        Program program = program(operation);
        float[] expected = run(new ScalarLoop(program), inputs);
        float[] actual = run(LoopWriter.define(LoopWriter.write(program, FunctionBodies.read())), inputs);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Float.floatToIntBits(actual[i])).as("%s of %s, %s, %s: %s is not %s", operation,
                    inputs[0][i], inputs[1][i], inputs[2][i], actual[i], expected[i]).isEqualTo(Float.floatToIntBits(expected[i]));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Operator.class, mode = Mode.INCLUDE,
            names = {"ADD", "SUBTRACT", "MULTIPLY", "DIVIDE", "MINIMUM", "MAXIMUM", "LESS", "LESS_OR_EQUAL", "EQUAL", "NEGATE", "ABS", "SIGN", "SQRT", "SELECT"})
    void whatIeeeDefinesIsExact(Operator operator) {
        Operation operation = Operation.valueOf(operator.name());
        float[][] inputs = everyPair(operation);
        float[] actual = run(LoopWriter.define(LoopWriter.write(program(operation), FunctionBodies.read())), inputs);
        for (int i = 0; i < actual.length; i++) {
            float expected = operator.apply(inputs[0][i], inputs[1][i], inputs[2][i]);
            assertThat(Float.floatToIntBits(actual[i])).as("%s of %s, %s, %s: %s is not %s", operator,
                    inputs[0][i], inputs[1][i], inputs[2][i], actual[i], expected).isEqualTo(Float.floatToIntBits(expected));
        }
    }

    @Test
    void aCallWithNothingToDoTouchesNothing() {
        Loop loop = LoopWriter.define(LoopWriter.write(program(Operation.ADD), FunctionBodies.read()));
        assertThatCode(() -> loop.run(new float[0][], new int[0], new float[0], 0)).doesNotThrowAnyException();
    }

    private static Program program(Operation operation) {
        List<Step> steps = new ArrayList<>(List.of(new Step.Input(0), new Step.Input(1), new Step.Input(2)));
        if (operation == Operation.MINIMUM_OF_BOUND || operation == Operation.MAXIMUM_OF_BOUND) {
            steps.set(1, Step.Constant.of(0));
        }
        steps.add(new Step.Apply(operation, 0, operands(operation) > 1 ? 1 : -1, operands(operation) > 2 ? 2 : -1));
        return new Program(3, steps, List.of(3));
    }

    private static int operands(Operation operation) {
        return switch (operation) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MINIMUM, MAXIMUM, MINIMUM_OF_BOUND, MAXIMUM_OF_BOUND, LESS, LESS_OR_EQUAL, EQUAL, POWER -> 2;
            case NEGATE, ABS, SIGN, SQRT, EXP, LOG, TANH, SIGMOID, SOFTPLUS, ERF, BOUNDED_EXP, SIGMOID_OF_EXP, TANH_OF_SOFTPLUS_OF_EXP -> 1;
            case SELECT -> 3;
        };
    }

    /// All values beside all values if there are two operands, in whole vectors.
    private static float[][] everyPair(Operation operation) {
        float[] all = AwkwardValues.all();
        int pairs = operands(operation) == 1 ? all.length : all.length * all.length;
        float[][] inputs = new float[3][(pairs + LANES - 1) / LANES * LANES];
        for (int i = 0; i < inputs[0].length; i++) {
            inputs[0][i] = all[i % all.length];
            inputs[1][i] = all[i / all.length % all.length];
            inputs[2][i] = all[(i + 7) % all.length];
        }
        return inputs;
    }

    private static float[] run(Loop loop, float[][] inputs) {
        float[] output = new float[inputs[0].length];
        loop.run(new float[][] {inputs[0], inputs[1], inputs[2], output}, new int[4], new float[0], output.length);
        return output;
    }
}
