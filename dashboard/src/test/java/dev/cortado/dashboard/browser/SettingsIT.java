package dev.cortado.dashboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.cortado.dashboard.Dashboard;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@InChromium
class SettingsIT {
    private static Dashboard dashboard;

    @BeforeAll
    static void open() {
        dashboard = Dashboard.open(0);
    }

    @AfterAll
    static void close() {
        dashboard.close();
    }

    @Test
    void aBadNetworkIsExplainedAtItsField(Visitor visitor) {
        visitor.expects("400 (Bad Request)");
        visitor.opens(dashboard.address(), "?dataset=xor");
        Locator network = visitor.page().getByLabel("Network");

        network.fill("denze(4, tanh), dense(1)");
        visitor.presses("Start");

        assertThat(visitor.page().locator("#network-said")).containsText("dense");
        assertThat(network).isFocused();
        assertThat(network).hasAttribute("aria-invalid", "true");
        assertThat(network).hasValue("denze(4, tanh), dense(1)");

        network.fill("dense(4, tanh), dense(1)");
        assertThat(visitor.page().locator("#network-said")).isEmpty();
    }

    @Test
    void whatIsNoNumberIsExplainedAtItsField(Visitor visitor) {
        visitor.expects("400 (Bad Request)");
        visitor.opens(dashboard.address(), "?dataset=xor");

        visitor.page().getByLabel("Learning rate").fill("fast");
        visitor.page().keyboard().press("Enter");

        assertThat(visitor.page().locator("#learningRate-said")).containsText("number");
        Axe.findsNothing(visitor.page());
    }

    @Test
    void theAddressFillsTheFields(Visitor visitor) {
        visitor.opens(dashboard.address(), "?dataset=xor&seed=17&optimizer=sgd");

        assertThat(visitor.page().getByLabel("Seed")).hasValue("17");
        assertThat(visitor.page().getByLabel("Optimizer")).hasValue("sgd");
        assertThat(visitor.page().getByLabel("Network")).hasValue("dense(4, tanh), dense(1)");
    }

    @Test
    void anOptimizerAndALossWithSettingsAreShownAndRaced(Visitor visitor) {
        visitor.opens(dashboard.address(), "?dataset=xor&optimizer=sgd(momentum%3D0.9)&loss=huber(2)&epochs=20&pace=0");
        assertThat(visitor.page().getByLabel("Optimizer")).hasValue("sgd(momentum=0.9)");
        assertThat(visitor.page().locator("#loss")).hasValue("huber(2)");

        visitor.presses("Start");

        visitor.seesLanes("Finished");
        assertThat(visitor.page().getByLabel("Optimizer")).hasValue("sgd(momentum=0.9)");
        assertThat(visitor.page().locator("#loss")).hasValue("huber(2)");
    }

    @Test
    void anotherOptimizerBringsItsLearningRate(Visitor visitor) {
        visitor.opens(dashboard.address(), "?dataset=mnist");
        Locator rate = visitor.page().getByLabel("Learning rate");
        assertThat(rate).hasValue("0.1");

        visitor.page().getByLabel("Optimizer").selectOption("adam");
        assertThat(rate).hasValue("0.001");

        visitor.page().getByLabel("Optimizer").selectOption("sgd");
        assertThat(rate).hasValue("0.1");

        visitor.opens(dashboard.address(), "?dataset=mnist&optimizer=adam");
        assertThat(rate).hasValue("0.001");
    }

    @Test
    void anotherDataSetBringsItsDefaults(Visitor visitor) {
        visitor.opens(dashboard.address(), "");

        visitor.page().getByLabel("MNIST").check();

        assertThat(visitor.page().getByLabel("Network")).hasValue(Pattern.compile("flatten.*"));
        assertThat(visitor.page().getByLabel("Batch size")).hasValue("50");
    }

    @Test
    void whoNeedsTheKeyboardComesFromTheFirstFieldToTheEndOfTheRace(Visitor visitor) {
        visitor.opens(dashboard.address(), "?dataset=xor&epochs=200&pace=0");

        visitor.page().getByLabel("Seed").focus();
        visitor.page().keyboard().press("Enter");

        // Another race may have finished before.
        assertThat(visitor.page().locator("race-lane").first()).containsText("All 200 epochs done");
        visitor.seesLanes("Finished");
        Locator chart = visitor.page().getByLabel(Pattern.compile("^Loss against epochs.*cursor"));
        chart.focus();
        visitor.page().keyboard().press("End");
        assertThat(visitor.page().locator("race-curves .readout").first()).containsText("Vector API training");
        Axe.findsNothing(visitor.page());
    }
}
