package dev.cortado.testkit;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Celu;
import dev.cortado.activation.Elu;
import dev.cortado.activation.Gelu;
import dev.cortado.activation.HardTanh;
import dev.cortado.activation.LeakyRelu;
import dev.cortado.activation.SoftShrink;
import dev.cortado.activation.Softplus;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// Every activation of the api, with its defaults; those with settings with other ones, too.
@ParameterizedClass
@MethodSource("all")
record StandardActivationsTest(Activation activation) implements ActivationContract {
    static Stream<Activation> all() {
        return Stream.concat(Standard.all(Activation.class),
                Stream.of(new LeakyRelu(0.2), new Elu(0.5), new Gelu(true), new Celu(0.5), new Softplus(2, 20),
                        new Softplus(0.5, 1), new HardTanh(-2, 0.5), new SoftShrink(0.2)));
    }
}
