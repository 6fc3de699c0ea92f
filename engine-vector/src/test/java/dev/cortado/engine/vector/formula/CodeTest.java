package dev.cortado.engine.vector.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import org.junit.jupiter.api.Test;

final class CodeTest {
    private static final Expression.Input X = Expression.input("x");

    @Test
    void whereOneLoopIsWrittenOthersFollowAfterAQuarterOfTheWork() {
        Code first = code(X.plus(1));
        assertThat(first.loopFor(1, 0)).as("without patience").isNotNull();

        Code other = code(X.plus(2));
        long work = other.program().weight() * 100;
        assertThat(other.loopFor(100, 4 * work)).as("a quarter of the patience, and not more").isNull();
        assertThat(other.loopFor(1, 4 * work)).as("more").isNotNull();
    }

    @Test
    void aLoopIsWrittenOnce() {
        Code code = code(X.plus(3));
        assertThat(code.loopFor(1, 0)).isNotNull().isSameAs(code.write()).isSameAs(code.loopFor(1, 0));
    }

    @Test
    void itRipensUnlessThereIsNoPatienceAtAll() {
        Code code = code(X.plus(4));
        assertThat(code.loopFor(1, Long.MAX_VALUE)).isNull();
        Loop eager = code.loopFor(1, 0);
        assertThat(code.loopFor(1, Long.MAX_VALUE)).isNotNull().isNotSameAs(eager).isSameAs(code.loopFor(1, 1));
    }

    private static Code code(Expression expression) {
        return new Code(Lowering.lower(Formula.of(expression)));
    }
}
