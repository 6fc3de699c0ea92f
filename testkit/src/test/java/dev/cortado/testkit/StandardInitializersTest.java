package dev.cortado.testkit;

import dev.cortado.initializer.Initializer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// Every initializer of the api, with its defaults.
@ParameterizedClass
@MethodSource("all")
record StandardInitializersTest(Initializer initializer) implements InitializerContract {
    static Stream<Initializer> all() {
        return Standard.all(Initializer.class);
    }
}
