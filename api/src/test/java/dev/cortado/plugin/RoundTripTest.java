package dev.cortado.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cortado.plugin.Gadgets.Ball;
import dev.cortado.plugin.Gadgets.Button;
import dev.cortado.plugin.Gadgets.Electric;
import dev.cortado.plugin.Gadgets.Finish;
import dev.cortado.plugin.Gadgets.Gadget;
import dev.cortado.plugin.Gadgets.Knob;
import dev.cortado.plugin.Gadgets.Lever;
import dev.cortado.plugin.Gadgets.Machine;
import dev.cortado.plugin.Gadgets.Motor;
import dev.cortado.plugin.Gadgets.Pad;
import dev.cortado.plugin.Gadgets.Padding;
import dev.cortado.plugin.Gadgets.Panel;
import dev.cortado.tensor.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// From plug-ins to text and JSON and back.
class RoundTripTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private Plugins plugins;

    @BeforeEach
    void load() throws IOException {
        plugins = Gadgets.load(folder);
    }

    static Stream<Arguments> gadgets() {
        return Stream.of(
                Arguments.of(new Button(), "button", "\"button\""),
                Arguments.of(new Knob(), "knob", "\"knob\""),
                Arguments.of(new Knob(0.2, true), "knob(0.2)", "{'type':'knob','turn':0.2}"),
                Arguments.of(new Knob(0.5, false), "knob(smooth=false)", "{'type':'knob','smooth':false}"),
                Arguments.of(new Knob(0.2, false), "knob(0.2, false)", "{'type':'knob','turn':0.2,'smooth':false}"),
                Arguments.of(new Knob(-0.0, true), "knob(-0.0)", "{'type':'knob','turn':-0.0}"),
                Arguments.of(new Knob(Double.MIN_VALUE, true), "knob(4.9e-324)", "{'type':'knob','turn':4.9E-324}"),
                Arguments.of(new Lever(3, 0.1), "lever(3)", "{'type':'lever','arms':3}"),
                Arguments.of(new Lever(3, 1e-8), "lever(3, 1e-8)", "{'type':'lever','arms':3,'learning_rate':1.0E-8}"),
                Arguments.of(new Panel(1, Long.MIN_VALUE, 0.1f, 1, "a b", Finish.HIGH_GLOSS, Shape.of(), List.of(), Optional.of(5), "null"),
                        "panel(serial=-9223372036854775808, weight=0.1, height=1, label=\"a b\", finish=high_gloss, shape=[], holes=[], price=5, note=\"null\")",
                        "{'type':'panel','serial':-9223372036854775808,'weight':0.1,'height':1,'label':'a b','finish':'high_gloss',"
                                + "'shape':[],'holes':[],'price':5,'note':'null'}"),
                Arguments.of(new Machine(new Electric(24), List.of(new Button(), new Knob(0.1, true)), new Ball()),
                        "machine(electric(24), [button, knob(0.1)])",
                        "{'type':'machine','motor':{'type':'electric','volts':24},'parts':['button',{'type':'knob','turn':0.1}]}"),
                Arguments.of(new Pad(new Padding(List.of(1, 2))), "pad([1, 2])", "{'type':'pad','padding':[1,2]}"));
    }

    @ParameterizedTest
    @MethodSource("gadgets")
    void theTextIsTheShortestThatGivesTheSamePlugin(Gadget gadget, String text, String json) {
        assertThat(Plugins.text(gadget)).isEqualTo(text);
        assertThat(plugins.get(Gadget.class, text)).isEqualTo(gadget);
    }

    @ParameterizedTest
    @MethodSource("gadgets")
    void theJsonGivesTheSamePluginAlsoAfterItWasPrinted(Gadget gadget, String text, String json) throws IOException {
        JsonNode written = Plugins.json(gadget);
        assertThat(written).hasToString(json.replace('\'', '"'));
        assertThat(plugins.get(Gadget.class, written)).isEqualTo(gadget);
        assertThat(plugins.get(Gadget.class, MAPPER.readTree(written.toString()))).isEqualTo(gadget);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "a b", "0.20", "-7", "1e999", "true", "null", "[1, 2]", "f(x)", "\"", "'", "\\", "a\\", "a=b", "a,b",
        "data/iris.csv", "C:\\data", "ä·ö", "\n", "\u00a0", "\u2028", "\0"})
    void anyTextIsKept(String label) throws IOException {
        Panel panel = new Panel(1, 2, 3, 4, label, Finish.MATT, Shape.of(1, 2), List.of(3), Optional.empty(), label);
        assertThat(plugins.get(Gadget.class, Plugins.text(panel))).isEqualTo(panel);
        assertThat(plugins.get(Gadget.class, MAPPER.readTree(Plugins.json(panel).toString()))).isEqualTo(panel);
    }

    @ParameterizedTest
    @ValueSource(floats = {0.1f, -0.0f, Float.MIN_VALUE, Float.MAX_VALUE, 16777216f, 1e10f})
    void anyFloatIsKept(float weight) {
        Panel panel = new Panel(1, 2, weight, weight, "x", Finish.MATT, Shape.of(1, 2), List.of(3), Optional.empty(), null);
        assertThat(plugins.get(Gadget.class, Plugins.text(panel))).isEqualTo(panel);
        assertThat(plugins.get(Gadget.class, Plugins.json(panel))).isEqualTo(panel);
    }

    @Test
    void stringsInJsonAreTextForms() throws JsonProcessingException {
        JsonNode json = MAPPER.readTree("""
            {"type": "machine", "motor": "electric(24)", "parts": ["knob(0.1, false)", {"type": "lever", "arms": 2}]}""");
        assertThat(plugins.get(Gadget.class, json)).isEqualTo(new Machine(
                new Electric(24), List.of(new Knob(0.1, false), new Lever(2, 0.1)), new Ball()));
    }

    @Test
    void nameAndSettingsMayStandApart() throws JsonProcessingException {
        assertThat(plugins.get(Gadget.class, "knob", MAPPER.readTree("{\"turn\": 0.2}"))).isEqualTo(new Knob(0.2, true));
        assertThat(plugins.get(Gadget.class, "knob", MAPPER.readTree("{}"))).isEqualTo(new Knob());
        assertThat(plugins.get(Gadget.class, "knob", MAPPER.nullNode())).isEqualTo(new Knob());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {} | A plug-in in JSON says its name as a string "type"; this has none: {}
        {"type": 3} | A plug-in in JSON says its name as a string "type"; this has 3: {"type":3}
        {"type": "knob", "turn": 2} | Setting 'turn' of knob must be at least 0 and below 1, not 2
        {"type": "knob", "turn": "0.2"} | Setting 'turn' of knob takes a number, not "0.2"
        {"type": "knob", "turn": null} | Setting 'turn' of knob takes a number, not null
        {"type": "knob", "turn": true} | Setting 'turn' of knob takes a number, not true
        {"type": "knob", "smooth": "true"} | Setting 'smooth' of knob takes true or false, not "true"
        {"type": "panel", "width": 1e100} | Setting 'width' of panel takes a whole number from -2147483648 to 2147483647, not 1.0E100
        {"type": "knob", "spin": {"type": "x"}} | knob has no setting 'spin'. It has turn, smooth
        {"type": "knob(0.2)"} | There is no gadget 'knob(0.2)'. Known are ball, button, knob, lever, machine, pad, panel, picky
        "knob(" | Cannot read 'knob(': a value is missing at its end
        null | There is no gadget 'null'. Known are ball, button, knob, lever, machine, pad, panel, picky
        3 | The name of a gadget is expected, not 3
        ["knob"] | The name of a gadget is expected, not ["knob"]
        """)
    void whatIsWrongInJsonIsToldWithBothFacts(String json, String message) throws JsonProcessingException {
        JsonNode node = MAPPER.readTree(json);
        assertThatThrownBy(() -> plugins.get(Gadget.class, node)).isInstanceOf(PluginException.class).hasMessage(message);
    }

    @Test
    void settingsApartAreAnObjectWithoutAType() throws JsonProcessingException {
        JsonNode list = MAPPER.readTree("[1]");
        assertThatThrownBy(() -> plugins.get(Gadget.class, "knob", list)).isInstanceOf(PluginException.class)
                .hasMessage("The settings of knob are a JSON object, not [1]");
        JsonNode typed = MAPPER.readTree("{\"type\": \"lever\"}");
        assertThatThrownBy(() -> plugins.get(Gadget.class, "knob", typed)).isInstanceOf(PluginException.class)
                .hasMessageStartingWith("knob has no setting 'type'");
    }

    @Test
    void jsonIsNestedToABoundedDepth() {
        JsonNode node = MAPPER.getNodeFactory().textNode("button");
        for (int i = 0; i < 5000; i++) {
            node = MAPPER.createArrayNode().add(node);
        }
        JsonNode deep = node;
        assertThatThrownBy(() -> plugins.get(Motor.class, deep)).isInstanceOf(PluginException.class)
                .hasMessageContaining("at most 64 deep");
    }
}
