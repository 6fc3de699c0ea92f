package dev.cortado.plugin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.plugin.Gadgets.Ball;
import dev.cortado.plugin.Gadgets.Button;
import dev.cortado.plugin.Gadgets.Electric;
import dev.cortado.plugin.Gadgets.Finish;
import dev.cortado.plugin.Gadgets.Gadget;
import dev.cortado.plugin.Gadgets.Knob;
import dev.cortado.plugin.Gadgets.Lever;
import dev.cortado.plugin.Gadgets.Machine;
import dev.cortado.plugin.Gadgets.Panel;
import dev.cortado.tensor.Shape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Plug-ins that were made in Java are held to the same settings.
class CheckTest {
    private static void refused(Plugin plugin, String message) {
        assertThatThrownBy(() -> Plugins.check(plugin)).isInstanceOf(PluginException.class).hasMessage(message);
    }

    @Test
    void goodPluginsPass() {
        assertThatCode(() -> {
            Plugins.check(new Button());
            Plugins.check(new Knob(0.3, true));
            Plugins.check(new Lever(1, 1));
            Plugins.check(new Panel());
            Plugins.check(new Machine());
        }).doesNotThrowAnyException();
    }

    @Test
    void aRangeIsHeld() {
        refused(new Knob(1, true), "Setting 'turn' of knob must be at least 0 and below 1, not 1");
        refused(new Knob(Double.NaN, true), "Setting 'turn' of knob must be a finite number, not NaN");
        refused(new Electric(Double.POSITIVE_INFINITY), "Setting 'volts' of electric must be a finite number, not Infinity");
    }

    @Test
    void whatIsRequiredIsMissingWhileItHasItsPlaceholder() {
        refused(new Lever(), "lever needs 'arms', a whole number");
        refused(new Lever(0, 0.5), "lever needs 'arms', a whole number");
        refused(new Lever(-1, 0.5), "Setting 'arms' of lever must be at least 1, not -1");
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullIsOnlyGoodWhereItIsAllowed() {
        refused(new Machine(null, List.of(), new Ball()), "Setting 'motor' of machine must not be null");
    }

    @Test
    void listsAreCheckedThrough() {
        refused(new Panel(1, 2, 3, 4, "x", Finish.MATT, Shape.of(), List.of(1, 0), Optional.empty(), null),
                "Setting 'holes' of panel must be at least 1, not 0");
    }

    @Test
    void nestedPluginsAreChecked() {
        refused(new Machine(new Electric(Double.NaN), List.of(), new Ball()),
                "Setting 'volts' of electric must be a finite number, not NaN");
        refused(new Machine(new Electric(), List.of(new Button(), new Machine(new Electric(), List.of(new Lever()), new Ball())), new Ball()),
                "lever needs 'arms', a whole number");
    }

    @Test
    void whatIsNoRecordHasNothingToCheckAndNoText() {
        Gadget gadget = new Gadget() {
            @Override
            public String name() {
                return "handmade";
            }
        };
        assertThatCode(() -> Plugins.check(gadget)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Plugins.text(gadget)).isInstanceOf(PluginException.class).hasMessageContaining("is not a record");
    }
}
