package dev.cortado.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaTest {
    private static final Expression.Input X = Expression.input("x");
    private static final Expression.Input Y = Expression.input("y");

    @Test
    void aPartThatOccursTwiceIsComputedOnce() {
        Formula formula = Formula.of(X.exp().plus(1), X.exp().times(X.exp()));
        assertThat(formula.instructions()).containsExactly(
                new Instruction.Load(0),
                new Instruction.Apply(Operator.EXP, 0, -1, -1),
                new Instruction.LoadConstant(1),
                new Instruction.Apply(Operator.ADD, 1, 2, -1),
                new Instruction.Apply(Operator.MULTIPLY, 1, 1, -1));
        assertThat(formula.outputs()).containsExactly(3, 4);
    }

    @Test
    void operandsComeBeforeWhatUsesThem() {
        Formula formula = Formula.of(Expression.select(X.lessThan(Y), Y.sigmoid(), X.minus(Y).abs()));
        for (int i = 0; i < formula.instructions().size(); i++) {
            int here = i;
            if (formula.instructions().get(i) instanceof Instruction.Apply(Operator _, int first, int second, int third)) {
                assertThat(List.of(first, second, third)).as("line %d", i).allMatch(operand -> operand < here);
            }
        }
    }

    @Test
    void inputsAndScalarsComeAsTheyAreMet() {
        Formula formula = Formula.of(Y.times(Expression.scalar("b")).plus(X.times(Expression.scalar("a"))));
        assertThat(formula.inputs()).containsExactly(Y, X);
        assertThat(formula.scalars()).containsExactly(Expression.scalar("b"), Expression.scalar("a"));
    }

    @Test
    void anOrderThatIsGivenIsKeptUsedOrNot() {
        Expression.Input unused = Expression.row("unused");
        Formula formula = Formula.of(List.of(X, unused), List.of(Expression.scalar("a")), List.of(Y.plus(X)));
        assertThat(formula.inputs()).containsExactly(X, unused, Y);
        assertThat(formula.scalars()).containsExactly(Expression.scalar("a"));
    }

    @Test
    void formulasThatDoTheSameAreEqual() {
        assertThat(Formula.of(X.plus(Y))).isEqualTo(Formula.of(Expression.input("x").plus(Expression.input("y"))))
                .hasSameHashCodeAs(Formula.of(X.plus(Y)));
        assertThat(Formula.of(X.plus(Y))).isNotEqualTo(Formula.of(X.plus(Expression.input("z"))))
                .isNotEqualTo(Formula.of(X.plus(Expression.row("y")))).isNotEqualTo(Formula.of(X.plus(Y), X));
    }

    @Test
    void zerosOfBothSignsAreTwoConstants() {
        assertThat(Formula.of(X.plus(0.0), X.plus(-0.0)).instructions()).hasSize(5);
    }

    @Test
    void oneExpressionMayBeTwoOutputs() {
        assertThat(Formula.of(X, X).outputs()).containsExactly(0, 0);
    }
}
