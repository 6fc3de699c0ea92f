package dev.cortado.dashboard.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameter.Role;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static Parameters parameters(Shape shape, float weight) {
        Tensor weights = Tensor.zeros(shape);
        weights.data()[1] = weight;
        return Parameters.of(List.of(
                new Parameter("0.weight", Role.WEIGHT, weights),
                new Parameter("0.bias", Role.BIAS, Tensor.zeros(Shape.of(2)))));
    }

    private static final Shape SMALL = Shape.of(2, 2);

    @Test
    void whoComesSecondCompares() {
        Comparison comparison = new Comparison(1, 8, parameters(SMALL, 0));
        assertThat(comparison.at(0, parameters(SMALL, 0))).isEmpty();
        assertThat(comparison.at(0, parameters(SMALL, 0))).contains(new Agreement(List.of(0.0), List.of(0.0), "0.weight"));
        assertThat(comparison.at(1, parameters(SMALL, 1))).isEmpty();
        assertThat(comparison.at(2, parameters(SMALL, 2))).isEmpty();
        assertThat(comparison.at(1, parameters(SMALL, 1.5f)))
                .contains(new Agreement(List.of(0.125), List.of(0.5), "0.weight"));
        assertThat(comparison.at(2, parameters(SMALL, -1))).contains(new Agreement(List.of(0.25), List.of(3.0), "0.weight"));
        assertThat(comparison.copies()).isZero();
    }

    @Test
    void theLeadMayChange() {
        Comparison comparison = new Comparison(1, 8, parameters(SMALL, 0));
        comparison.at(1, parameters(SMALL, 0));
        assertThat(comparison.at(1, parameters(SMALL, 0))).isPresent();
        assertThat(comparison.at(2, parameters(SMALL, 0))).isEmpty();
        assertThat(comparison.at(2, parameters(SMALL, 0))).isPresent();
    }

    @Test
    void theEndsOfEpochsAreCompared() {
        Comparison comparison = new Comparison(3, 1201, parameters(SMALL, 0));
        for (long step = 1; step <= 3 * 1201; step++) {
            comparison.at(step, parameters(SMALL, 0));
        }
        assertThat(comparison.copies()).isEqualTo(24);
        for (long epoch = 1; epoch <= 3; epoch++) {
            assertThat(comparison.at(epoch * 1201, parameters(SMALL, 0))).as("epoch " + epoch).isPresent();
        }
    }

    @Test
    void aLaneThatRunsFarAheadLeavesFewCopies() {
        Shape large = Shape.of(1 << 18);
        Parameters parameters = parameters(large, 0);
        Comparison comparison = new Comparison(50, 8, parameters);
        for (long step = 1; step <= 400; step++) {
            comparison.at(step, parameters);
            assertThat(comparison.copies()).isLessThanOrEqualTo(64);
        }
        long compared = 0;
        for (long step = 1; step <= 400; step++) {
            Optional<Agreement> found = comparison.at(step, parameters);
            compared += found.isPresent() ? 1 : 0;
        }
        assertThat(compared).isBetween(2L, 64L);
        assertThat(comparison.copies()).isZero();
    }
}
