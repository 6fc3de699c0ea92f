package dev.cortado.activation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.engine.Plain;
import dev.cortado.expression.Expression;
import dev.cortado.layer.Dense;
import dev.cortado.network.Network;
import dev.cortado.network.Predictor;
import dev.cortado.plugin.PluginException;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// Activations of others that are none: what is wrong is said with their name.
class StrangeActivationsTest {
    record Foreign() implements Activation {
        @Override
        public Expression apply(Expression x) {
            return x.plus(Expression.input("other")).times(Expression.scalar("rate"));
        }
    }

    record Absent() implements Activation {
        @Override
        @SuppressWarnings("NullAway")
        public Expression apply(Expression x) {
            return null;
        }
    }

    private static void predict(Activation activation) {
        Network network = Network.input(2).layer(new Dense(3, activation)).build(1);
        try (Predictor predictor = network.predictor(new Plain())) {
            predictor.predict(Tensor.zeros(Shape.of(1, 2)));
        }
    }

    @Test
    void aFormulaOfMoreThanTheInputIsRefused() {
        assertThatThrownBy(() -> predict(new Foreign())).isInstanceOf(PluginException.class)
                .hasMessage("The activation 'foreign' reads other, rate: wanted is a formula of its input alone");
    }

    @Test
    void noFormulaIsRefused() {
        assertThatThrownBy(() -> predict(new Absent())).isInstanceOf(PluginException.class)
                .hasMessage("The activation 'absent' gives null: wanted is a formula of its input");
    }
}
