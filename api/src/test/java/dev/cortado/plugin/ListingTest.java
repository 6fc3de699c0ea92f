package dev.cortado.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.plugin.Gadgets.Gadget;
import dev.cortado.plugin.Gadgets.Knob;
import dev.cortado.plugin.Gadgets.Motor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What whoever shows plug-ins is told of them.
class ListingTest {
    @TempDir
    private Path folder;

    private Plugins plugins;

    @BeforeEach
    void load() throws IOException {
        plugins = Gadgets.load(folder);
    }

    private Listing listing(Class<? extends Plugin> kind, String name) {
        return plugins.list(kind).stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void pluginsComeInTheOrderOfTheirNames() {
        assertThat(plugins.list(Gadget.class)).extracting(Listing::name)
                .containsExactly("ball", "button", "knob", "lever", "machine", "pad", "panel", "picky");
    }

    @Test
    void aPluginIsToldByKindNameTypeAndPlace() {
        Listing knob = listing(Gadget.class, "knob");
        assertThat(knob.kind()).isEqualTo(Gadget.class);
        assertThat(knob.type()).isEqualTo(Knob.class);
        assertThat(knob.jar()).isEqualTo(PluginJar.root(Knob.class).toString());
        assertThat(knob.version()).isNull();
        assertThat(knob.obstacle()).isNull();
    }

    @Test
    void settingsAreToldWithTypeDefaultAndRange() {
        assertThat(listing(Gadget.class, "knob").settings()).containsExactly(
                new Listing.Entry("turn", "a number", "0.5", "at least 0 and below 1", false),
                new Listing.Entry("smooth", "true or false", "true", "", false));
        assertThat(listing(Gadget.class, "lever").settings()).containsExactly(
                new Listing.Entry("arms", "a whole number", "0", "at least 1", true),
                new Listing.Entry("learning_rate", "a number", "0.1", "", false));
    }

    @Test
    void everyTypeOfSettingIsToldInWords() {
        assertThat(listing(Gadget.class, "panel").settings()).extracting(Listing.Entry::type).containsExactly(
                "a whole number", "a whole number", "a number", "a number", "a text", "one of matt, high_gloss",
                "a shape, such as [1, 28, 28]", "a list, each a whole number", "a whole number, or null", "a text, or null");
        assertThat(listing(Gadget.class, "panel").settings()).extracting(Listing.Entry::standard).containsExactly(
                "1", "2", "3", "4", "plain", "matt", "[1, 2]", "[3]", "null", "null");
        assertThat(listing(Gadget.class, "machine").settings()).extracting(Listing.Entry::type).containsExactly(
                "a motor", "a list, each a gadget", "a round gadget");
    }

    @Test
    void whatCannotBeUsedHereSaysWhy() {
        assertThat(listing(Motor.class, "adamw").obstacle()).isEqualTo("it needs --steam");
        assertThat(listing(Motor.class, "electric").obstacle()).isNull();
    }

    @Test
    void whatBreaksWhenAskedWhetherItCanBeUsedCannot() {
        Motor broken = new Motor() {
            @Override
            public java.util.Optional<String> unavailable() {
                throw new NoClassDefFoundError("org/ojalgo/Matrix");
            }
        };
        assertThat(Plugins.unavailable(broken)).hasValueSatisfying(
                reason -> assertThat(reason).contains("breaks").contains("org/ojalgo/Matrix"));
    }

    @Test
    void rangesAreToldInWords() {
        assertThat(new Range(0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1)).hasToString("at least 0 and below 1");
        assertThat(new Range(Double.NEGATIVE_INFINITY, 1e-3, 0, Double.POSITIVE_INFINITY)).hasToString("above 0 and at most 0.001");
        assertThat(Range.of(null)).hasToString("");
    }

    @Test
    void onlyAnInterfaceThatExtendsPluginIsAKind() {
        for (Class<? extends Plugin> wrong : List.of(Plugin.class, Hidden.class)) {
            assertThatThrownBy(() -> plugins.all(wrong)).isInstanceOf(PluginException.class)
                    .hasMessage(wrong.getName() + " is no kind of plug-in: a kind is a public interface that extends Plugin");
        }
    }

    private interface Hidden extends Plugin {
    }
}
