package dev.cortado.dashboard.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.dashboard.data.Corners;
import dev.cortado.network.Architecture;
import dev.cortado.network.Network;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {
    @Test
    void runningStatisticsAreNotLearned() {
        List<String> layers = List.of("dense(4, tanh)", "batch_norm", "dense(1)");
        Architecture architecture = Network.input(2).layers(layers.toArray(String[]::new))
                .loss("binary_cross_entropy").optimizer("adam").build(1).architecture();
        assertThat(Facts.of(architecture, layers, new Corners().training(), 4).parameters()).isEqualTo(25);
        assertThat(Facts.parameters(architecture)).isEqualTo(33);
    }
}
