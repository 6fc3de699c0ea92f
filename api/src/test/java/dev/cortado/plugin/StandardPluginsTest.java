package dev.cortado.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.activation.Activation;
import dev.cortado.activation.LeakyRelu;
import dev.cortado.activation.Relu;
import dev.cortado.constraint.Constraint;
import dev.cortado.data.Augmentation;
import dev.cortado.engine.Engine;
import dev.cortado.engine.Engines;
import dev.cortado.evaluation.Metric;
import dev.cortado.initializer.Initializer;
import dev.cortado.layer.Layer;
import dev.cortado.loss.Loss;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.schedule.Schedule;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The toolkit's own plug-ins as anyone finds them.
class StandardPluginsTest {
    private static final List<Class<? extends Plugin>> KINDS = List.of(
            Activation.class, Augmentation.class, Constraint.class, Engine.class, Initializer.class, Layer.class, Loss.class, Metric.class,
            Optimizer.class, Schedule.class);

    private final Plugins plugins = Plugins.load();

    @Test
    void activationsAreFoundByNameAndBySettings() {
        assertThat(plugins.get(Activation.class, "relu")).isEqualTo(new Relu());
        assertThat(plugins.get(Activation.class, "leaky_relu(0.2)")).isEqualTo(new LeakyRelu(0.2));
        assertThat(plugins.get(Activation.class, "leaky_relu(alpha=0.2)")).isEqualTo(new LeakyRelu(0.2));
    }

    @Test
    void nothingOfTheStandardPluginsIsBroken() {
        for (Class<? extends Plugin> kind : KINDS) {
            assertThat(plugins.problems(kind)).as(kind.getName()).isEmpty();
            assertThat(plugins.list(kind)).as(kind.getName()).isNotEmpty();
        }
    }

    @Test
    void everyStandardPluginComesBackFromItsTextAndJson() {
        for (Class<? extends Plugin> kind : KINDS) {
            for (Plugin plugin : complete(kind)) {
                assertThat(plugins.get(kind, Plugins.text(plugin))).isEqualTo(plugin);
                assertThat(plugins.get(kind, Plugins.json(plugin))).isEqualTo(plugin);
            }
        }
    }

    /// Those that need nothing to be given.
    private List<? extends Plugin> complete(Class<? extends Plugin> kind) {
        List<String> names = plugins.list(kind).stream()
                .filter(each -> each.settings().stream().noneMatch(Listing.Entry::required)).map(Listing::name).toList();
        assertThat(names).isNotEmpty();
        return plugins.all(kind).stream().filter(each -> names.contains(each.name())).toList();
    }

    @Test
    void everyDefaultIsInItsRange() {
        for (Class<? extends Plugin> kind : KINDS) {
            assertThat(complete(kind)).allSatisfy(Plugins::check);
        }
    }

    @Test
    void anUnknownNameIsToldTheNearestAndAllOthers() {
        assertThatThrownBy(() -> plugins.get(Activation.class, "rellu")).isInstanceOf(PluginException.class)
                .hasMessageStartingWith("There is no activation 'rellu'. Did you mean 'relu'? Known are celu, elu, exponential");
    }

    @Test
    void theEngineIsPlainWhereThereIsNoOther() {
        assertThat(Engines.choose(plugins).name()).isEqualTo("plain");
    }
}
