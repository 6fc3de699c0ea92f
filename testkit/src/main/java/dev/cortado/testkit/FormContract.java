package dev.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.plugin.Plugin;
import dev.cortado.plugin.Plugins;
import org.junit.jupiter.api.Test;

/// What every plug-in is: a record with defaults, found by its name, and written and read without a loss.
interface FormContract {
    /// The plug-in that is tested.
    Plugin plugin();

    @Test
    default void itIsARecord() {
        assertThat(plugin().getClass().isRecord()).as("%s is a record", plugin().getClass()).isTrue();
    }

    @Test
    default void itIsFoundByItsName() {
        assertThat(Plugins.load().all(plugin().getClass()))
                .as("what META-INF/services on the class path names of %s", plugin().getClass()).hasSize(1)
                .allSatisfy(found -> assertThat(found.name()).isEqualTo(plugin().name()));
    }

    @Test
    default void itsTextFormReadsBackEqual() {
        String text = Plugins.text(plugin());
        assertThat(Plugins.load().get(plugin().getClass(), text)).as(text).isEqualTo(plugin());
    }

    @Test
    default void itsJsonFormReadsBackEqual() {
        var json = Plugins.json(plugin());
        assertThat(Plugins.load().get(plugin().getClass(), json)).as(json.toString()).isEqualTo(plugin());
    }

    @Test
    default void itsSettingsAreInTheirRanges() {
        Plugins.check(plugin());
    }
}
