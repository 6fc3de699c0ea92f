package dev.cortado.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Shape;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static Network network() {
        return Network.input(1, 2, 3).plugins(Plugins.load())
                .layers("flatten", "dense(4, tanh)", "batch_norm", "residual([dense(4), residual([dense(4, relu)])])", "dense(2)")
                .build(1);
    }

    @Test
    void everyLayerIsARowWithItsCosts() {
        Summary summary = network().summary();
        assertThat(summary.rows()).extracting(Summary.Row::path)
                .containsExactly("0", "1", "2", "3", "3.layers.0", "3.layers.1", "3.layers.1.layers.0", "4");
        assertThat(summary.rows()).extracting(Summary.Row::depth).containsExactly(0, 0, 0, 0, 1, 1, 2, 0);
        assertThat(summary.rows()).extracting(Summary.Row::output).startsWith(Shape.of(6), Shape.of(4)).endsWith(Shape.of(2));
        assertThat(summary.rows()).extracting(Summary.Row::parameters)
                .containsExactly(0L, 6 * 4 + 4L, 16L, 40L, 20L, 20L, 20L, 10L);
        long dense = 2 * 4 * 4 + 4;
        assertThat(summary.rows()).extracting(Summary.Row::flops)
                .containsExactly(0L, 2 * 6 * 4 + 4L, 4 * 4L, 2 * dense + 8, dense, dense + 4, dense, 2 * 4 * 2 + 2L);
        assertThat(summary.rows().get(1).memory()).isEqualTo(4 * (28 + 4));
    }

    @Test
    void theTotalsCountNestedLayersOnce() {
        Network network = network();
        network.freeze("1", "2");
        Summary summary = network.summary();
        assertThat(summary.parameters()).isEqualTo(network.parameters().elements()).isEqualTo(28 + 16 + 40 + 10);
        assertThat(summary.frozen()).isEqualTo(28 + 8);
        assertThat(summary.buffers()).isEqualTo(8);
        assertThat(summary.trainable()).isEqualTo(40 + 10);
        assertThat(summary.flops()).isEqualTo(52 + 16 + 80 + 18);
        assertThat(summary.memory()).isEqualTo(4 * (94 + 6 + 4 + 4 + 4 + 2));
    }

    @Test
    void theTextIsATable() {
        Network network = Network.input(784).plugins(Plugins.load()).layers("dense(100, relu)", "dense(10)").build(1);
        assertThat(network.summary()).hasToString("""
                   Layer             Output  Parameters     Memory    FLOPs
                ─  ────────────────  ──────  ──────────  ─────────  ───────
                   input             [784]
                0  dense(100, relu)  [100]       78,500  307.0 KiB  156,900
                1  dense(10)         [10]         1,010    4.0 KiB    2,010
                ─  ────────────────  ──────  ──────────  ─────────  ───────
                   total                         79,510  311.0 KiB  158,910
                Trainable 79,510, frozen 0, buffers 0; memory and FLOPs are those of one sample
                """);
    }

    @Test
    void parametersAreFrozenByNameLayerOrPattern() {
        assertThat(frozenBy("1.bias")).containsExactly("1.bias");
        assertThat(frozenBy("3.layers.1")).containsExactly("3.layers.1.layers.0.weight", "3.layers.1.layers.0.bias");
        assertThat(frozenBy("4")).containsExactly("4.weight", "4.bias");
        assertThat(frozenBy("*.bias", "2.gamma"))
                .containsExactly("1.bias", "2.gamma", "3.layers.0.bias", "3.layers.1.layers.0.bias", "4.bias");
        assertThat(frozenBy("*")).hasSize(12);
    }

    private static Iterable<String> frozenBy(String... patterns) {
        Network network = network();
        network.freeze(patterns);
        Iterable<String> frozen = network.parameters().list().stream().filter(Parameter::frozen).map(Parameter::name).toList();
        network.unfreeze(patterns);
        assertThat(network.parameters().list()).noneMatch(Parameter::frozen);
        return frozen;
    }

    @Test
    void aPatternThatChoosesNothingIsRefusedAndNothingIsFrozen() {
        Network network = network();
        for (String pattern : new String[] {"5", "1.wei", "bias", "", "1.weight.", "(.*)", "3.layers.1.layers.0.weight.x"}) {
            assertThatThrownBy(() -> network.freeze("1", pattern)).as(pattern)
                    .hasMessageContaining("'" + pattern + "'").hasMessageContaining("1.weight");
        }
        assertThat(network.parameters().list()).noneMatch(Parameter::frozen);
    }

    @Test
    void whatIsFrozenIsFrozenInACopy() {
        Network network = network();
        network.freeze("1");
        assertThat(network.copy().parameters().get("1.weight").frozen()).isTrue();
        assertThat(network.copy().parameters().get("4.weight").frozen()).isFalse();
    }
}
