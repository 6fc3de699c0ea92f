package dev.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.activation.Activation;
import dev.cortado.initializer.Initializer;
import dev.cortado.layer.Layer;
import dev.cortado.loss.Loss;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.plugin.Plugin;
import dev.cortado.schedule.Schedule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/// That none of the api's plug-ins is left out of its contract.
class StandardPluginsTest {
    @Test
    void everyLayerOfTheApiIsHeldToItsContract() {
        assertThat(StandardLayersTest.all().map(Arguments::get).map(each -> ((Plugin) each[0]).name()))
                .containsAll(Standard.all(Layer.class).map(Plugin::name).toList());
    }

    @Test
    void everyKindHasStandardPlugins() {
        assertThat(Stream.of(Activation.class, Initializer.class, Layer.class, Loss.class, Optimizer.class, Schedule.class))
                .allSatisfy(kind -> assertThat(Standard.all(kind)).isNotEmpty());
    }
}
