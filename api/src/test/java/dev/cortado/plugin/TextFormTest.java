package dev.cortado.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.plugin.Gadgets.Ball;
import dev.cortado.plugin.Gadgets.Button;
import dev.cortado.plugin.Gadgets.Electric;
import dev.cortado.plugin.Gadgets.Finish;
import dev.cortado.plugin.Gadgets.Gadget;
import dev.cortado.plugin.Gadgets.Knob;
import dev.cortado.plugin.Gadgets.Lever;
import dev.cortado.plugin.Gadgets.Machine;
import dev.cortado.plugin.Gadgets.Pad;
import dev.cortado.plugin.Gadgets.Padding;
import dev.cortado.plugin.Gadgets.Panel;
import dev.cortado.plugin.Gadgets.RoundGadget;
import dev.cortado.tensor.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormTest {
    @TempDir
    private Path folder;

    private Plugins plugins;

    @BeforeEach
    void load() throws IOException {
        plugins = Gadgets.load(folder);
    }

    private Gadget read(String text) {
        return plugins.get(Gadget.class, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"button", " button ", "button()", "button( )", "\tbutton\n()", "\"button\"", "'button'"})
    void aNameIsAPlugin(String text) {
        assertThat(read(text)).isEqualTo(new Button());
    }

    @ParameterizedTest
    @ValueSource(strings = {"knob(0.2, false)", "knob(0.2, smooth=false)", "knob(turn=0.2, smooth=false)", "knob(smooth = false , turn = .2)",
        "knob(2e-1,false)", "knob(+0.20,false)"})
    void settingsAreGivenByPositionOrName(String text) {
        assertThat(read(text)).isEqualTo(new Knob(0.2, false));
    }

    @Test
    void whatIsNotGivenStaysAsInThePrototype() {
        assertThat(read("knob(smooth=false)")).isEqualTo(new Knob(0.5, false));
        assertThat(read("lever(2)")).isEqualTo(new Lever(2, 0.1));
    }

    @Test
    void settingsAreCalledInSnakeCase() {
        assertThat(read("lever(2, learning_rate=1e-3)")).isEqualTo(new Lever(2, 0.001));
    }

    @Test
    void everyTypeOfSettingIsRead() {
        assertThat(read("panel(-7, 9007199254740993, 0.1, 1e-300, 'two words', high_gloss, [3, 4], [5, 6], 7, note)"))
                .isEqualTo(new Panel(-7, 9007199254740993L, 0.1f, 1e-300, "two words", Finish.HIGH_GLOSS, Shape.of(3, 4),
                        List.of(5, 6), Optional.of(7), "note"));
    }

    @Test
    void nullIsNone() {
        assertThat(read("panel(price=null, note=null)")).isEqualTo(new Panel());
        assertThat(((Panel) read("panel(note='null')")).note()).isEqualTo("null");
    }

    @Test
    void wholeNumbersMayBeWrittenAsOthersAre() {
        assertThat(((Panel) read("panel(1e3, 2.0)")).width()).isEqualTo(1000);
    }

    @Test
    void aSingleValueStandsForAListOfOne() {
        assertThat(read("panel(holes=9, shape=5)")).isEqualTo(read("panel(holes=[9], shape=[5])"));
    }

    @Test
    void pluginsAreNested() {
        assertThat(read("machine(electric(24), [knob(0.1), machine(parts=[button])])"))
                .isEqualTo(new Machine(new Electric(24), List.of(new Knob(0.1, true),
                        new Machine(new Electric(), List.of(new Button()), new Ball())), new Ball()));
    }

    @Test
    void aTypeWithItsOwnTextIsRead() {
        assertThat(read("pad(same)")).isEqualTo(new Pad());
        assertThat(read("pad([1, 2])")).isEqualTo(new Pad(new Padding(List.of(1, 2))));
    }

    @Test
    void aSubtypeOfAKindMayBeAskedFor() {
        assertThat(plugins.get(RoundGadget.class, "ball")).isEqualTo(new Ball());
        assertThat(plugins.all(RoundGadget.class)).containsExactly(new Ball());
        assertThatThrownBy(() -> plugins.get(RoundGadget.class, "button")).isInstanceOf(PluginException.class)
                .hasMessage("'button' is not a round gadget");
    }

    @Test
    void quotesKeepWhatIsInThem() {
        assertThat(((Panel) read("panel(label=\"a, (b) \\\"c\\\" \\\\ 'd' = [e]\")")).label()).isEqualTo("a, (b) \"c\" \\ 'd' = [e]");
        assertThat(((Panel) read("panel(label='')")).label()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `` | The text of a plug-in is empty; it is a name, such as relu or leaky_relu(0.2)
        `  ` | The text of a plug-in is empty; it is a name, such as relu or leaky_relu(0.2)
        knob(0.2 | Cannot read 'knob(0.2': '(' at 5 is never closed
        machine(parts=[knob, button) | Cannot read 'machine(parts=[knob, button)': a comma or ']' is expected at 28, not ')'
        machine(parts=[knob | Cannot read 'machine(parts=[knob': '[' at 15 is never closed
        knob) | Cannot read 'knob)': ')' at 5 is too much
        knob knob | Cannot read 'knob knob': 'knob' at 6 is too much
        knob(0.2 false) | Cannot read 'knob(0.2 false)': a comma or ')' is expected at 10, not 'false)'
        knob(0.2,) | Cannot read 'knob(0.2,)': a value is missing after the comma before ')' at 10
        knob(,0.2) | Cannot read 'knob(,0.2)': a value is expected at 6, not ','
        knob(turn=) | Cannot read 'knob(turn=)': a value is expected at 11, not ')'
        knob( | Cannot read 'knob(': a value is missing at its end
        knob("x | Cannot read 'knob("x': the quote at 6 is never closed
        knob(turn=1, 2) | Cannot read 'knob(turn=1, 2)': '2' at 14 has no name but stands after one with a name; those without come first
        knob(turn=1, turn=2) | Cannot read 'knob(turn=1, turn=2)': 'turn' is given twice, again at 14
        knob(1=2) | Cannot read 'knob(1=2)': '1' at 6 cannot be the name of a setting
        knob(0.2, turn=0.3) | Setting 'turn' of knob is given twice
        knob(0.2, true, 3) | knob takes at most 2 settings (turn, smooth), but 3 are given
        button(1) | button takes no settings, but 1 are given
        button(x=1) | button has no setting 'x'. It has none
        knob(trun=0.2) | knob has no setting 'trun'. Did you mean 'turn'? It has turn, smooth
        knob(0.2, learning=1) | knob has no setting 'learning'. It has turn, smooth
        knob(1) | Setting 'turn' of knob must be at least 0 and below 1, not 1
        knob(-1e-9) | Setting 'turn' of knob must be at least 0 and below 1, not -1e-9
        knob(NaN) | Setting 'turn' of knob takes a number, not NaN
        knob(0x10) | Setting 'turn' of knob takes a number, not 0x10
        knob(1e999) | Setting 'turn' of knob takes a number of at most 1.7976931348623157e308, not 1e999
        knob("0.2") | Setting 'turn' of knob takes a number, not "0.2"
        knob([0.2]) | Setting 'turn' of knob takes a number, not [0.2]
        knob(0.2, 1) | Setting 'smooth' of knob takes true or false, not 1
        knob(0.2, null) | Setting 'smooth' of knob takes true or false, not null
        panel(2.5) | Setting 'width' of panel takes a whole number, not 2.5
        panel(2147483648) | Setting 'width' of panel takes a whole number from -2147483648 to 2147483647, not 2147483648
        panel(1e999999999) | Setting 'width' of panel takes a whole number from -2147483648 to 2147483647, not 1e999999999
        panel(1, 1e99999999999) | Setting 'serial' of panel takes a whole number from -9223372036854775808 to 9223372036854775807, not 1e99999999999
        panel(weight=1e39) | Setting 'weight' of panel takes a number of at most 3.4028235e38, not 1e39
        panel(finish=glossy) | Setting 'finish' of panel takes one of matt, high_gloss, not glossy
        panel(holes=[1, 0]) | Setting 'holes' of panel must be at least 1, not 0
        panel(shape=[2, 101]) | Setting 'shape' of panel must be at least 0 and at most 100, not 101
        panel(holes=[1, x]) | Setting 'holes' of panel takes a whole number, not x
        panel(label=f(x)) | Setting 'label' of panel takes a text, in quotes where it has brackets or blanks, not f(x)
        pad(some) | Setting 'padding' of pad cannot be some: padding is same or a list
        machine(3) | Setting 'motor' of machine takes a motor, not 3
        machine(button) | There is no motor 'button'. Known are adamw, electric
        machine(parts=[knob(2)]) | Setting 'turn' of knob must be at least 0 and below 1, not 2
        machine(null) | Setting 'motor' of machine takes a motor, not null
        lever | lever needs 'arms', a whole number
        lever(learning_rate=1) | lever needs 'arms', a whole number
        lever(0) | Setting 'arms' of lever must be at least 1, not 0
        picky(3) | picky does not take even=3: 3 is odd
        3 | The name of a gadget is expected, not 3
        [knob] | The name of a gadget is expected, not [knob]
        nob | There is no gadget 'nob'. Did you mean 'knob'? Known are ball, button, knob, lever, machine, pad, panel, picky
        """)
    void whatIsWrongIsToldWithBothFacts(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(PluginException.class).hasMessage(message);
    }

    @Test
    void aNegativeLengthIsNoShape() {
        assertThatThrownBy(() -> read("panel(shape=[2, -1])")).isInstanceOf(PluginException.class)
                .hasMessageStartingWith("Setting 'shape' of panel is no shape: A shape has no negative length")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatTheConstructorThrowsIsTheCause() {
        assertThatThrownBy(() -> read("picky(3)")).cause().isExactlyInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCharacterZeroIsNotTheEnd() {
        assertThatThrownBy(() -> read("button \0 rubbish")).isInstanceOf(PluginException.class);
    }

    @Test
    void bracketsAreNestedToABoundedDepth() {
        int deepest = TextReader.DEEPEST / 2 - 1;
        assertThat(read("machine(parts=[".repeat(deepest) + "button" + "])".repeat(deepest))).isInstanceOf(Machine.class);
        assertThatThrownBy(() -> read("machine(parts=[".repeat(10_000 / 4))).isInstanceOf(PluginException.class)
                .hasMessageContaining("nested at most 64 deep").hasMessageContaining("the one at ");
    }

    @Test
    void aVeryLongTextIsRefusedUnread() {
        assertThatThrownBy(() -> read("x".repeat(1_000_000))).isInstanceOf(PluginException.class)
                .hasMessageContaining("at most 65536 characters").hasMessageContaining("has 1000000").message().hasSizeLessThan(200);
    }

    @Test
    void aLongTextIsNotRepeatedWhole() {
        assertThatThrownBy(() -> read("x".repeat(10_000))).isInstanceOf(PluginException.class).message().hasSizeLessThan(300);
    }
}
