package dev.cortado.dashboard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.dashboard.data.Stripes;
import dev.cortado.network.Network;
import dev.cortado.training.Training;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class TrainingMetricsTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();

    private double value(String name) {
        return registry.get("cortado.training." + name).tag("engine", "mine").meters().iterator().next().measure().iterator().next()
                .getValue();
    }

    @Test
    void aTrainingIsMeasuredWithoutAServer() {
        Network network = Network.input(1, 3, 3).layers("flatten", "dense(3)").loss("cross_entropy").optimizer("sgd(0.1)").build(1);
        var history = Training.of(network).data(new Stripes().training()).batchSize(50).epochs(3)
                .listener(new TrainingMetrics(registry, "mine")).run();
        assertThat(value("epoch")).isEqualTo(3);
        assertThat(value("steps")).isEqualTo(36);
        assertThat(value("samples")).isEqualTo(1800);
        assertThat(value("started")).isEqualTo(1);
        assertThat(value("loss")).isPositive();
        assertThat(value("accuracy")).isEqualTo(history.getLast().training().accuracy());
        assertThat(value("seconds")).isEqualTo(
                history.stream().mapToLong(epoch -> epoch.time().toNanos()).sum() / 1e9);
        assertThat(value("samples.per.second")).isEqualTo(600 * 1e9 / history.getLast().time().toNanos());
    }
}
