package dev.cortado.testkit;

import dev.cortado.activation.Sign;
import dev.cortado.loss.ClassWeights;
import dev.cortado.loss.CrossEntropy;
import dev.cortado.loss.Huber;
import dev.cortado.loss.Loss;
import dev.cortado.loss.Perceptron;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// Every loss of the api, with its defaults and some with other settings.
@ParameterizedClass
@MethodSource("all")
record StandardLossesTest(Loss loss) implements LossContract {
    static Stream<Loss> all() {
        return Stream.concat(Standard.all(Loss.class),
                Stream.of(new CrossEntropy(0.1), new CrossEntropy(0.1, ClassWeights.of(1, 2, 0.5, 3, 1)), new Perceptron(new Sign()), new Huber(0.3)));
    }

    @Override
    public boolean isSmallestAtItsTarget() {
        return !(loss instanceof CrossEntropy entropy && entropy.labelSmoothing() > 0);
    }
}
