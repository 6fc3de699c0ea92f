package dev.cortado.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpressionTest {
    private static final Expression.Input X = Expression.input("x");
    private static final Expression.Input Y = Expression.input("y");

    /// 2ⁿ paths, n nodes.
    private static Expression doubled(Expression start, int times) {
        Expression result = start;
        for (int i = 0; i < times; i++) {
            result = result.plus(result);
        }
        return result;
    }

    @Test
    void equalStructuresAreEqual() {
        assertThat(X.times(X.sigmoid())).isEqualTo(Expression.input("x").times(Expression.input("x").sigmoid()))
                .hasSameHashCodeAs(Expression.input("x").times(Expression.input("x").sigmoid()));
    }

    @Test
    void whatIsWrittenOtherwiseIsNotEqual() {
        assertThat(X.plus(Y)).isNotEqualTo(Y.plus(X)).isNotEqualTo(X.minus(Y)).isNotEqualTo(X.plus(Expression.scalar("y")))
                .isNotEqualTo(X.plus(Expression.row("y"))).isNotEqualTo(X.plus(Expression.column("y")));
        assertThat(X.plus(1)).isNotEqualTo(X.plus(2)).isNotEqualTo(X.plus(Math.nextUp(1.0)));
        assertThat(X.plus(0.0)).isNotEqualTo(X.plus(-0.0));
        assertThat(X.plus(Double.NaN)).isEqualTo(X.plus(Double.NaN));
        assertThat(X.exp()).isNotEqualTo(X.log()).isNotEqualTo(X);
    }

    @Test
    void sharingIsNoPartOfTheStructure() {
        Expression shared = X.exp();
        assertThat(shared.plus(shared)).isEqualTo(X.exp().plus(X.exp()));
    }

    @Test
    void deepSharedGraphsAreComparedInLinearTime() {
        Expression graph = doubled(X, 500);
        assertThat(graph.equals(doubled(X, 500))).isTrue();
        assertThat(graph.hashCode()).isEqualTo(doubled(X, 500).hashCode());
        assertThat(graph.equals(doubled(Y, 500))).isFalse();
        assertThat(graph.equals(doubled(X, 499))).isFalse();
    }

    @Test
    void deepSharedGraphsAreEvaluatedReplacedAndSearchedInLinearTime() {
        Expression graph = doubled(X, 500);
        assertThat(graph.evaluate(Map.of("x", 1.0))).isEqualTo(Math.pow(2, 500));
        assertThat(graph.replace(X, Y).equals(doubled(Y, 500))).isTrue();
        assertThat(graph.contains(X)).isTrue();
        assertThat(graph.contains(Y)).isFalse();
        assertThat(Formula.of(graph).instructions()).hasSize(501);
    }

    @Test
    void deepSharedGraphsArePrintedAsWhatTheyAre() {
        assertThat(doubled(X, 500)).hasToString("formula of 501 steps");
        assertThat(doubled(X, 500).latex()).isEqualTo("\\text{formula of 501 steps}");
    }

    @Test
    void aThousandStepsInARowAreNotTooMany() {
        Expression chain = X;
        for (int i = 0; i < 1000; i++) {
            chain = chain.plus(1);
        }
        assertThat(chain.evaluate(Map.of("x", 0.5))).isEqualTo(1000.5);
        assertThat(chain.derivative(X)).isEqualTo(Expression.constant(1));
    }

    @Test
    void everyOccurrenceIsReplaced() {
        Expression swish = X.times(X.sigmoid());
        assertThat(swish.replace(X, Y.plus(1))).isEqualTo(Y.plus(1).times(Y.plus(1).sigmoid()));
        assertThat(swish.replace(X.sigmoid(), Y)).isEqualTo(X.times(Y));
        assertThat(swish.replace(swish, Y)).isEqualTo(Y);
        assertThat(swish.replace(Y, X)).isEqualTo(swish);
    }

    @Test
    void whatReplacesIsNotReplacedAgain() {
        assertThat(X.plus(1).replace(X, X.plus(1))).isEqualTo(X.plus(1).plus(1));
    }

    @Test
    void aPartIsFoundByItsStructure() {
        Expression swish = X.times(X.sigmoid());
        assertThat(swish.contains(X.sigmoid())).isTrue();
        assertThat(swish.contains(swish)).isTrue();
        assertThat(swish.contains(Y.sigmoid())).isFalse();
        assertThat(swish.contains(X.tanh())).isFalse();
    }

    @Test
    void itIsEvaluatedInFloat64() {
        Expression f = X.times(Y).plus(Expression.scalar("rate").dividedBy(3));
        assertThat(f.evaluate(Map.of("x", 0.1, "y", 0.2, "rate", 1.0))).isEqualTo(0.1 * 0.2 + 1.0 / 3);
    }

    @Test
    void aMissingValueIsNamed() {
        assertThatThrownBy(() -> X.plus(Y).evaluate(Map.of("x", 1.0))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The formula needs a value for 'y'; given are [x]");
    }

    @Test
    void arithmeticIsNotReordered() {
        assertThat(X.plus(1e16).minus(1e16).evaluate(Map.of("x", 1.0))).isEqualTo(0);
        assertThat(X.plus(Expression.constant(1e16).minus(1e16)).evaluate(Map.of("x", 1.0))).isEqualTo(1);
    }
}
